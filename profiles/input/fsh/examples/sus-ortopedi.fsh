Instance: sus-ortopedi
InstanceOf: SamsparCareUnit
Usage: #example
* identifier[hsaid].system = $hsa-id
* identifier[hsaid].value = "SE2321000255-DEMO-SUS-ORTOPEDI"
* active = true
* name = "Ortopedi, Skånes universitetssjukhus"
* partOf = Reference(region-skane)
* extension[careLevel].valueCoding = SamsparCareLevelCS#specialised-outpatient "Specialiserad öppenvård"
