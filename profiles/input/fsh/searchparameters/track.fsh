Instance: track
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparTrackSearch"
* status = #active
* description = "The track of a request or of its work item."
* code = #track
* base[+] = #Task
* base[+] = #ServiceRequest
* type = #token
* expression = "Task.code | ServiceRequest.category"
