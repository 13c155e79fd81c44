Instance: close-reason
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparCloseReasonSearch"
* status = #active
* description = "Why a case has ended."
* code = #close-reason
* base[+] = #CarePlan
* type = #token
* expression = "CarePlan.extension.where(url.endsWith('/StructureDefinition/close-reason')).extension.where(url = 'reason').value"
