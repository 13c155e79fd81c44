Instance: start-pathway-request
InstanceOf: Parameters
Usage: #example
Title: "PlanDefinition/[id]/$start-pathway"
* parameter[+].name = "patient"
* parameter[=].valueReference.identifier.system = $personnummer
* parameter[=].valueReference.identifier.value = "191212121212"
* insert Value("entryPhase", valueCode, [[#investigation]])
* insert Value("unit", valueReference, [[Reference(vc-dalby)]])
