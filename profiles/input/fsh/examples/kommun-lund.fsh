Instance: kommun-lund
InstanceOf: SamsparCareProvider
Usage: #example
* identifier[hsaid].system = $hsa-id
* identifier[hsaid].value = "SE2321000255-DEMO-KOMMUN-LUND"
* active = true
* name = "Lunds kommun (demo)"
* extension[principalType].valueCode = #municipality
