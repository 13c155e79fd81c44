Instance: case-meeting-example
InstanceOf: SamsparCaseMeeting
Usage: #example
* status = #booked
* description = "Uppföljning hemma, vårdcentralen med på video"
* supportingInformation.reference = "CarePlan/outpatient-case-example"
* start = "2025-02-12T13:00:00+01:00"
* end = "2025-02-12T13:45:00+01:00"
* participant[+].actor = Reference(tolvan-tolvansson)
* participant[=].status = #accepted
* participant[+].actor.reference = "Location/kommun-lund-hemtjanst"
* participant[=].status = #accepted
* participant[+].actor.reference = "PractitionerRole/kommun-lund-hemtjanst-personal-1"
* participant[=].status = #accepted
* participant[=].extension[attended].valueBoolean = true
* participant[+].actor = Reference(dalby-lakare-1-role)
* participant[=].status = #needs-action
* extension[videoLink].valueUrl = "https://video.samspar.example/rum/7d02c4"
