Instance: assigned-to
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparAssignedTo"
* status = #active
* description = "Who at the unit has a work item."
* code = #assigned-to
* base[+] = #Task
* type = #reference
* target[+] = #PractitionerRole
* expression = "Task.extension.where(url.endsWith('/assigned-to')).value"
