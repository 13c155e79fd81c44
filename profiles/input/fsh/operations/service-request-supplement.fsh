Instance: service-request-supplement
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#supplement, [["Supplement"]])
* title = "Supplement a request"
* description = "The requester adds to the request."
* affectsState = true
* resource = #ServiceRequest
* type = false
* instance = true
* insert In(#note, 0, "1", #string, [["What is added."]])
* insert In(#workUp, 0, "1", #string, [["Work-up that is added."]])
* insert AttachmentParameter
* insert Out(#return, 1, "1", #Bundle, [["The new version of the request, and the work item of the receiver."]])
* insert Justification
