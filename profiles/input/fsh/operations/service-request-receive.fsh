Instance: service-request-receive
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#receive, [["Receive"]])
* title = "Receive a request"
* description = "The receiver has read the request."
* affectsState = true
* resource = #ServiceRequest
* type = false
* instance = true
* insert Out(#return, 1, "1", #Task, [["The work item, received."]])
* insert Justification
