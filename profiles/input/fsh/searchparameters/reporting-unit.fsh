Instance: reporting-unit
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparReportingUnitSearch"
* status = #active
* description = "The unit that reported a deviation."
* code = #reporting-unit
* base[+] = #AdverseEvent
* type = #reference
* target[+] = #Organization
* expression = "AdverseEvent.extension.where(url.endsWith('/StructureDefinition/reporting-unit')).value.ofType(Reference)"
