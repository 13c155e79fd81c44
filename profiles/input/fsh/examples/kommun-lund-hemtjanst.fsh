Instance: kommun-lund-hemtjanst
InstanceOf: SamsparCareUnit
Usage: #example
* identifier[hsaid].system = $hsa-id
* identifier[hsaid].value = "SE2321000255-DEMO-KOMMUN-LUND-HEMTJANST"
* active = true
* name = "Hemtjänsten, Lunds kommun (demo)"
* partOf = Reference(kommun-lund)
* extension[careLevel].valueCoding = SamsparCareLevelCS#home-and-social-care "Hem och socialtjänst"
* extension[access].extension[mode].valueCode = #connected
