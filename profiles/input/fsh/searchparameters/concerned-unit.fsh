Instance: concerned-unit
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparConcernedUnitSearch"
* status = #active
* description = "The unit that a deviation concerns."
* code = #concerned-unit
* base[+] = #AdverseEvent
* type = #reference
* target[+] = #Organization
* expression = "AdverseEvent.extension.where(url.endsWith('/StructureDefinition/concerned-unit')).value.ofType(Reference)"
