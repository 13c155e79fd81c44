Instance: due
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparDue"
* status = #active
* description = "The deadline of a work item, or by when the present phase of a started pathway is to be over."
* code = #due
* base[+] = #Task
* base[+] = #CarePlan
* type = #date
* expression = "Task.restriction.period.end | CarePlan.extension.where(url.endsWith('/StructureDefinition/phase-time') and extension.where(url = 'ended').empty()).extension.where(url = 'dueBy').value"
