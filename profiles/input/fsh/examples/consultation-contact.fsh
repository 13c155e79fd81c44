Instance: consultation-contact-example
InstanceOf: SamsparConsultationContact
Usage: #example
* status = #finished
* class = $v3-ActCode#VR "virtual"
* type = SamsparPasisContactTypeCS#KD "Konsultation distans"
* subject = Reference(tolvan-tolvansson)
* basedOn = Reference(digital-consultation-request-example)
* participant.type = SamsparPasisProfessionalCategoryCS#10 "Läkare"
* participant.individual = Reference(sus-ortopedi-konsult-role)
* period.start = "2025-02-05T10:00:00+01:00"
* period.end = "2025-02-05T10:30:00+01:00"
* reasonCode = SamsparPasisReasonCS#SJ
* serviceProvider = Reference(sus-ortopedi)
* partOf = Reference(primary-care-visit-example)
