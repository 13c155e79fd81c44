// Parameters of operation examples.

RuleSet: Value(name, element, value)
* parameter[+].name = {name}
* parameter[=].{element} = {value}

RuleSet: JustificationExample(rule, reason, agreedWith)
* parameter[+].name = "justification"
* parameter[=].part[+].name = "rule"
* parameter[=].part[=].valueCode = {rule}
* parameter[=].part[+].name = "reason"
* parameter[=].part[=].valueString = {reason}
* parameter[=].part[+].name = "agreedWith"
* parameter[=].part[=].valueString = {agreedWith}

// What every message of the example case has in common, and one part of it.

RuleSet: MessageInCase
* status = #completed
* basedOn = Reference(outpatient-case-example)
* subject = Reference(tolvan-tolvansson)

RuleSet: MessagePart(text, heading, author, time)
* payload[+].contentString = {text}
* payload[=].extension[part].extension[heading].valueCode = {heading}
* payload[=].extension[part].extension[author].valueReference = Reference({author})
* payload[=].extension[part].extension[time].valueInstant = {time}

RuleSet: ConsentInCase
* status = #active
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* category = $v3-ActCode#IDSCL
* patient = Reference(tolvan-tolvansson)
* dateTime = "2025-02-03T08:30:00+01:00"
* organization = Reference(kommun-lund-hemtjanst)
* provision.data.meaning = #instance
* provision.data.reference = Reference(outpatient-case-example)

// The patient's part, and what the home service does.
RuleSet: PlannedExample
* extension[patientPart].extension[presentState].valueMarkdown = "Går med rollator, har fallit två gånger i januari."
* extension[patientPart].extension[expectedState].valueMarkdown = "Klarar sig hemma utan fall."
* extension[patientPart].extension[need][+].extension[id].valueString = "forflyttning"
* extension[patientPart].extension[need][=].extension[text].valueString = "Säker förflyttning"
* extension[patientPart].extension[need][+].extension[id].valueString = "medicin"
* extension[patientPart].extension[need][=].extension[text].valueString = "Genomgång av läkemedel"
* activity[+].detail.status = #in-progress
* activity[=].detail.description = "Hjälp vid förflyttning morgon och kväll"
* activity[=].detail.performer.reference = "Organization/kommun-lund-hemtjanst"
* activity[=].detail.extension[meetsNeed].valueString = "forflyttning"
