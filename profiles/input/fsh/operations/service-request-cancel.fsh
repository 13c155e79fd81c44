Instance: service-request-cancel
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#cancel, [["Cancel"]])
* title = "Cancel a request"
* description = "The requester takes the request back."
* affectsState = true
* resource = #ServiceRequest
* type = false
* instance = true
* insert In(#reason, 0, "1", #string, [["Why; required (rule reason-given)."]])
* insert Out(#return, 1, "1", #ServiceRequest, [["The request, revoked."]])
* insert Justification
