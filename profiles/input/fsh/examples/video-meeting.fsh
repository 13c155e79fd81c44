Instance: video-meeting-example
InstanceOf: SamsparVideoMeeting
Usage: #example
* status = #booked
* description = "Digital specialistkonsultation ortopedi"
* basedOn = Reference(digital-consultation-request-example)
* start = "2025-02-05T10:00:00+01:00"
* end = "2025-02-05T10:30:00+01:00"
* participant[+].actor = Reference(tolvan-tolvansson)
* participant[=].status = #accepted
* participant[+].actor = Reference(dalby-lakare-1-role)
* participant[=].status = #accepted
* participant[+].actor = Reference(sus-ortopedi-konsult-role)
* participant[=].status = #accepted
* participant[+].actor = Reference(sus-ortopedi-digital-specialistkonsultation)
* participant[=].status = #accepted
* extension[videoLink].valueUrl = "https://video.samspar.example/rum/4f1c2a"
