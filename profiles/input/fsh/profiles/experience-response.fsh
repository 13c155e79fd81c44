Profile: SamsparExperienceResponse
Parent: QuestionnaireResponse
Id: experience-response
Title: "Experience of the collaboration (patientens upplevelse)"
Description: "How a person experienced participation and security in a case or a consultation, after it has ended. Read by the unit that recorded it and nobody else."
* insert Conformance
* implicitRules 0..0
* modifierExtension 0..0
* questionnaire 1..1
* questionnaire = Canonical(experience-of-collaboration)
* status from SamsparExperienceResponseStatusVS (required)
* basedOn 1..1
* basedOn only Reference(SamsparOutpatientCase or SamsparConsultationRequest)
* basedOn ^short = "The closed case, or the answered request"
* partOf 0..0
* subject 1..1
* subject only Reference(SamsparPatient)
* encounter 0..0
* authored ^short = "When it was recorded; set by the server"
* author only Reference(SamsparCareUnit or SamsparOtherParty)
* author ^short = "The unit that recorded it; set by the server"
* source 1..1
* source only Reference(SamsparPatient or RelatedPerson)
* source ^short = "Who answered: the patient or a relative, who need not be named (type alone)"
* extension contains SamsparTookPartExtension named tookPart 0..*
