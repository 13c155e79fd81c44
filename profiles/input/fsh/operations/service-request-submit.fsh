Instance: service-request-submit
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#submit, [["Submit"]])
* title = "Submit a request"
* description = "Sends a request on a track to its receiver."
* affectsState = true
* resource = #ServiceRequest
* type = true
* instance = false
* insert In(#request, 1, "1", #ServiceRequest, [["The request."]])
* insert In(#patient, 0, "1", #Patient, [["The patient, matched by identifier and created where new; never changed."]])
* insert AttachmentParameter
* insert Out(#return, 1, "1", #Bundle, [["The request, its work item and the patient."]])
* insert Justification
