Instance: sus-ortopedi-mdk
InstanceOf: SamsparTrackService
Usage: #example
* active = true
* providedBy = Reference(sus-ortopedi)
* type = SamsparTrackCS#elektiv-mdk "Multidisciplinär konferens"
* specialty = $hsa-verksamhetskod#1324 "Ortopedi"
* name = "Multidisciplinär konferens ortopedi"
