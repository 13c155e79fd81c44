Instance: kind
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparDeviationKindSearch"
* status = #active
* description = "What sort of deviation it is."
* code = #kind
* base[+] = #AdverseEvent
* type = #token
* expression = "AdverseEvent.event"
