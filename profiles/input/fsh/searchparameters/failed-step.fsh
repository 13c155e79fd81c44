Instance: failed-step
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparFailedStepSearch"
* status = #active
* description = "What went wrong."
* code = #failed-step
* base[+] = #AdverseEvent
* type = #reference
* target[+] = #ServiceRequest
* target[+] = #Task
* target[+] = #Communication
* target[+] = #CarePlan
* target[+] = #Appointment
* target[+] = #Encounter
* target[+] = #Consent
* expression = "AdverseEvent.extension.where(url.endsWith('/StructureDefinition/failed-step')).value.ofType(Reference)"
