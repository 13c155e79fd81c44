Instance: hospice-lund
InstanceOf: SamsparCareUnit
Usage: #example
Title: "A unit without access"
* identifier[hsaid].system = $hsa-id
* identifier[hsaid].value = "SE2321000255-DEMO-HOSPICE-LUND"
* active = true
* name = "Hospice Lund, kommunplats (demo)"
* partOf = Reference(kommun-lund)
* extension[careLevel].valueCoding = SamsparCareLevelCS#municipal-health-care "Kommunal hälso- och sjukvård"
* extension[access].extension[mode].valueCode = #manual
* extension[access].extension[fax].valueString = "+46 31 390 06 22"
* extension[access].extension[phone].valueString = "+46 31 390 06 21"
