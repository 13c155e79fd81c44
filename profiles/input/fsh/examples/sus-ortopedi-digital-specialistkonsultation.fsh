Instance: sus-ortopedi-digital-specialistkonsultation
InstanceOf: SamsparTrackService
Usage: #example
* id = "sus-ortopedi-dsk"
* active = true
* providedBy = Reference(sus-ortopedi)
* type = SamsparTrackCS#digital-specialistkonsultation "Digital specialistkonsultation"
* specialty = $hsa-verksamhetskod#1324 "Ortopedi"
* name = "Digital specialistkonsultation ortopedi"
* telecom.system = #phone
* telecom.value = "+46 46 00 00 00"
* availableTime.daysOfWeek[+] = #mon
* availableTime.daysOfWeek[+] = #tue
* availableTime.daysOfWeek[+] = #wed
* availableTime.daysOfWeek[+] = #thu
* availableTime.daysOfWeek[+] = #fri
* availableTime.availableStartTime = "09:00:00"
* availableTime.availableEndTime = "16:00:00"
* notAvailable.description = "Utbildningsdag"
* notAvailable.during.start = "2025-03-14"
* notAvailable.during.end = "2025-03-14"
* extension[openOnPublicHolidays].valueBoolean = false
* extension[responseTime].valueDuration = 2 'd' "dagar"
