Instance: vc-dalby
InstanceOf: SamsparCareUnit
Usage: #example
* identifier[hsaid].system = $hsa-id
* identifier[hsaid].value = "SE2321000255-DEMO-VC-DALBY"
* active = true
* name = "Vårdcentralen Dalby"
* partOf = Reference(region-skane)
* extension[careLevel].valueCoding = SamsparCareLevelCS#primary-care "Primärvård"
* extension[access].extension[mode].valueCode = #connected
