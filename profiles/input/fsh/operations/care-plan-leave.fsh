Instance: care-plan-leave
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#leave, [["Leave"]])
* title = "Leave a case"
* description = "A party leaves the case, or the initiating unit takes one out. It keeps what it has written and opened."
* affectsState = true
* resource = #CarePlan
* type = false
* instance = true
* insert In(#party, 0, "1", #Reference, [["The party; the caller's own unit when left out."]])
* insert Out(#return, 1, "1", #CarePlan, [["The case."]])
* insert Justification
