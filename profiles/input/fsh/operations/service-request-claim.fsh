Instance: service-request-claim
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#claim, [["Claim"]])
* title = "Claim a request"
* description = "The employee of the token takes the work item of the own unit."
* affectsState = true
* resource = #ServiceRequest
* type = false
* instance = true
* insert Out(#return, 1, "1", #Task, [["The work item with assigned-to."]])
* insert Justification
