Instance: care-plan-send
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#send, [["Send"]])
* title = "Send a message"
* description = "A party sends a message of the case; every receiver gets a work item."
* affectsState = true
* resource = #CarePlan
* type = false
* instance = true
* insert In(#message, 1, "1", #Communication, [["The message: category, topic, recipient and payload; the rest is set by the server."]])
* insert AttachmentParameter
* insert Out(#return, 1, "1", #Bundle, [["The message, and a work item for each receiver."]])
* insert Justification
