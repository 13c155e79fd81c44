Instance: experience-response-example
InstanceOf: SamsparExperienceResponse
Usage: #example
* questionnaire = Canonical(experience-of-collaboration)
* status = #completed
* basedOn = Reference(digital-consultation-request-example)
* subject = Reference(tolvan-tolvansson)
* authored = "2025-02-20T10:00:00+01:00"
* author = Reference(vc-dalby)
* source = Reference(tolvan-tolvansson)
* insert AgreementAnswer([["decided"]], [[#4 "Till stor del"]])
* insert AgreementAnswer([["informed"]], [[#5 "Helt"]])
* insert AgreementAnswer([["listened"]], [[#5 "Helt"]])
* insert AgreementAnswer([["contact"]], [[#3 "Delvis"]])
* insert AgreementAnswer([["handover"]], [[#4 "Till stor del"]])
* item[+].linkId = "comment"
* item[=].answer.valueString = "Det var bra att träffa båda läkarna samtidigt."
* extension[tookPart][+].valueReference = Reference(vc-dalby)
* extension[tookPart][+].valueReference = Reference(sus-ortopedi)

RuleSet: AgreementAnswer(linkId, code)
* item[+].linkId = {linkId}
* item[=].answer.valueCoding = SamsparExperienceScaleCS{code}
