Instance: consultation-answer-example
InstanceOf: SamsparConsultationAnswer
Usage: #example
* status = #completed
* basedOn = Reference(digital-consultation-request-example)
* category = SamsparAnswerKindCS#final "Slutsvar"
* subject = Reference(tolvan-tolvansson)
* sent = "2025-02-05T10:45:00+01:00"
* sender = Reference(sus-ortopedi)
* recipient = Reference(vc-dalby)
* payload.contentString = "Måttlig artros. Fortsatt fysioterapi i tre månader, ny bedömning vid utebliven förbättring."
* extension[outcome].valueCoding = SamsparConsultationOutcomeCS#continue-in-primary-care "Fortsatt handläggning i primärvården"
* extension[nextStep].valueString = "Fysioterapeuten på vårdcentralen ringer inom en vecka."
* extension[patientInformed].valueBoolean = true
