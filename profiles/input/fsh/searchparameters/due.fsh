Instance: due
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparDue"
* status = #active
* description = "The deadline of a work item."
* code = #due
* base[+] = #Task
* type = #date
* expression = "Task.restriction.period.end"
