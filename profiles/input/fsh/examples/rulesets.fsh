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

// A pathway and what befell it.
RuleSet: PathwayStep(state, when, who)
* extension[step][+].extension[state].valueCode = {state}
* extension[step][=].extension[when].valueInstant = {when}
* extension[step][=].extension[client].valueString = "samspar-admin"
* extension[step][=].extension[who].valueIdentifier.system = $hsa-id
* extension[step][=].extension[who].valueIdentifier.value = {who}

RuleSet: Phase(code, display, title, days)
* action[+].id = "{code}"
* action[=].code = SamsparPathwayPhaseCS#{code} {display}
* action[=].title = {title}
* action[=].timingDuration = {days} 'd'

RuleSet: LeadTime(from, days)
* action[=].relatedAction.actionId = {from}
* action[=].relatedAction.relationship = #after-start
* action[=].relatedAction.offsetDuration = {days} 'd'

RuleSet: Activity(title, description)
* action[=].action[+].title = {title}
* action[=].action[=].description = {description}

// What the national pathway says, and the regional one after it. The times are made up.
RuleSet: ColorectalPathway
* name = "SvfTjockOchAndtarmscancer"
* title = "Standardiserat vårdförlopp tjock- och ändtarmscancer"
* type = http://terminology.hl7.org/CodeSystem/plan-definition-type#clinical-protocol
* description = "Från välgrundad misstanke till start av behandling, uppföljning och rehabilitering."
* extension[indicator].valueCanonical = "https://samspar.example/fhir/Measure/time-to-treatment"
* relatedArtifact[+].type = #documentation
* relatedArtifact[=].display = "Nationellt vårdprogram tjock- och ändtarmscancer"
* goal[+].description.text = "Patienten börjar sin behandling inom utsatt tid."
* insert Phase(early-detection, "Tidig upptäckt", [["Välgrundad misstanke"]], 3)
* insert Activity([["Bedömning av alarmsymtom"]], [["F-Hb, rektalpalpation och rektoskopi på vårdcentralen."]])
* insert Phase(investigation, "Utredning", [["Utredning"]], 20)
* insert LeadTime("early-detection", 10)
* insert Activity([["Koloskopi med biopsi"]], [["Koloskopi inom tio dagar från remissen."]])
* insert Activity([["Multidisciplinär konferens"]], [["Behandlingsrekommendation när utredningen är klar."]])
* insert Phase(treatment, "Behandling", [["Behandling"]], 30)
* insert LeadTime("early-detection", 37)
* insert Activity([["Operation eller onkologisk behandling"]], [["Enligt konferensens rekommendation."]])
* action[=].action[=].extension.url = "https://samspar.example/fhir/StructureDefinition/monitoring"
* action[=].action[=].extension.extension[0].url = "code"
* action[=].action[=].extension.extension[0].valueCoding = $loinc#8310-5 "Body temperature"
* action[=].action[=].extension.extension[1].url = "unit"
* action[=].action[=].extension.extension[1].valueCode = #Cel
* action[=].action[=].extension.extension[2].url = "high"
* action[=].action[=].extension.extension[2].valueDecimal = 38
* action[=].action[=].extension.extension[3].url = "every"
* action[=].action[=].extension.extension[3].valueDuration = 1 'd'
* insert Phase(follow-up, "Uppföljning", [["Uppföljning"]], 365)
* insert Activity([["Återbesök och kontroll av återfall"]], [["Enligt vårdprogrammet."]])
* insert Phase(rehabilitation, "Rehabilitering", [["Rehabilitering"]], 180)
* insert Activity([["Rehabiliteringsplan"]], [["Tas fram tillsammans med patienten."]])
