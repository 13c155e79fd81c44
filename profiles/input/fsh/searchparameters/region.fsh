Instance: region
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparRegionSearch"
* status = #active
* description = "The region that has introduced a pathway; region:missing=true finds the national ones."
* code = #region
* base[+] = #PlanDefinition
* type = #reference
* target[+] = #Organization
* expression = "PlanDefinition.extension.where(url.endsWith('/StructureDefinition/region')).value.ofType(Reference)"
