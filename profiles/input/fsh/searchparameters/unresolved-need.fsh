Instance: unresolved-need
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparUnresolvedNeedSearch"
* status = #active
* description = "A need that no unit meets yet, by its id; unresolved-need:missing=false finds plans with any."
* code = #unresolved-need
* base[+] = #CarePlan
* type = #token
* expression = "CarePlan.extension.where(url.endsWith('/StructureDefinition/unresolved-need')).value"
