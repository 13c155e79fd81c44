Instance: pathway-state
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparPathwayStateSearch"
* status = #active
* description = "Where a pathway is in its life cycle; pathway-state=draft,consultation,revision,approved finds current and coming ones."
* code = #pathway-state
* base[+] = #PlanDefinition
* type = #token
* expression = "PlanDefinition.extension.where(url.endsWith('/StructureDefinition/pathway-state')).value"
