Instance: sus-ortopedi-konsult-role
InstanceOf: SamsparPractitionerRole
Usage: #example
* id = "sus-ortopedi-lakare-1"
* identifier[hsaid].system = $hsa-id
* identifier[hsaid].value = "SE2321000255-DEMO-SUS-ORTOPEDI-LAKARE-1-UPPDRAG"
* organization = Reference(sus-ortopedi)
* code.coding[skr-yrke] = $sct#309343006
* code.text = "Läkare"
* specialty.text = "Ortopedi"
* availableTime.daysOfWeek[+] = #mon
* availableTime.daysOfWeek[+] = #tue
* availableTime.daysOfWeek[+] = #wed
* availableTime.availableStartTime = "09:00:00"
* availableTime.availableEndTime = "15:00:00"
