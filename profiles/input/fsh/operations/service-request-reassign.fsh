Instance: service-request-reassign
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#reassign, [["Reassign"]])
* title = "Reassign a request"
* description = "The unit gives the work item to another of its staff."
* affectsState = true
* resource = #ServiceRequest
* type = false
* instance = true
* insert In(#to, 1, "1", #Reference, [["A PractitionerRole at the unit, or the HSA-id of a role, or of a person with one role, there."]])
* insert Out(#return, 1, "1", #Task, [["The work item with assigned-to."]])
* insert Justification
