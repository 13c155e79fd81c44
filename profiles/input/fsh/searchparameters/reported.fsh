Instance: reported
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparReportedSearch"
* status = #active
* description = "When a deviation was reported."
* code = #reported
* base[+] = #AdverseEvent
* type = #date
* expression = "AdverseEvent.recordedDate"
