Instance: conference-example
InstanceOf: SamsparConference
Usage: #example
* id = "sus-ortopedi-mdk-1"
* status = #booked
* serviceType = SamsparTrackCS#elektiv-mdk "Multidisciplinär konferens"
* specialty[+] = $hsa-verksamhetskod#1324 "Ortopedi"
* specialty[+] = $hsa-verksamhetskod#1125 "Reumatologi"
* description = "Multidisciplinär konferens, ortopedi och reumatologi"
* start = "2025-02-12T08:00:00+01:00"
* end = "2025-02-12T09:00:00+01:00"
* slot = Reference(sus-ortopedi-mdk-slot)
* participant[+].actor.reference = "HealthcareService/sus-ortopedi-mdk"
* participant[=].status = #accepted
* participant[+].actor = Reference(sus-ortopedi-konsult-role)
* participant[=].status = #accepted
* extension[videoLink].valueUrl = "https://video.samspar.example/rum/9b20e7"
