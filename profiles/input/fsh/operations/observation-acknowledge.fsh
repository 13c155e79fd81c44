Instance: observation-acknowledge
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#acknowledge, [["Acknowledge"]])
* title = "Acknowledge a value outside the limits"
* description = "The unit that has the value in its inbox has seen it and done what it calls for."
* affectsState = true
* resource = #Observation
* type = false
* instance = true
* insert Out(#return, 1, "1", #Task, [["The unit's work item, completed."]])
* insert Justification
