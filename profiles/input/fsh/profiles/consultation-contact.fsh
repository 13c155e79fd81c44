Profile: SamsparConsultationContact
Parent: Encounter
Id: consultation-contact
Title: "Consultation contact"
Description: "The contact of the specialist who takes part by video. Never a clinic visit of its own: it is part of the primary care visit."
* insert Conformance
* obeys consultation-coded
* class = $v3-ActCode#VR
* subject 1..1
* subject only Reference(SamsparPatient)
* basedOn only Reference(SamsparConsultationRequest)
* partOf only Reference(SamsparPrimaryCareVisit)
* partOf ^short = "The visit in primary care"
* serviceProvider 1..1
* serviceProvider only Reference(SamsparCareUnit)
* type ^short = "PASiS contact type KD once finished"
* reasonCode ^short = "PASiS reason SJ once finished"
* participant.type from SamsparConsultationParticipantTypeVS (extensible)
* participant.type ^short = "PASiS professional category 10 once finished"
* extension contains SamsparRegistrationCompletedExtension named completed 0..1
* extension[completed] ^short = "When it was finished first; set by the server"

Invariant: consultation-coded
Description: "A finished consultation contact has PASiS contact type KD, reason SJ and a participant of professional category 10. It is never a clinic visit (mottagningsbesök)."
Severity: #error
Expression: "type.coding.where(code = 'mottagningsbesok' and system.endsWith('/CodeSystem/contact-type')).empty() and (status = 'finished' implies (type.coding.where(code = 'KD' and system.endsWith('/CodeSystem/pasis-contact-type')).exists() and reasonCode.coding.where(code = 'SJ' and system.endsWith('/CodeSystem/pasis-reason')).exists() and participant.type.coding.where(code = '10' and system.endsWith('/CodeSystem/pasis-professional-category')).exists()))"
