Instance: communication-acknowledge
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#acknowledge, [["Acknowledge"]])
* title = "Acknowledge a message"
* description = "A receiver has read the message. From then on it keeps it."
* affectsState = true
* resource = #Communication
* type = false
* instance = true
* insert Out(#return, 1, "1", #Task, [["The receiver's work item: completed, or received where an answer is asked for."]])
* insert Justification
