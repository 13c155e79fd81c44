Instance: communication-supplement
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#supplement, [["Supplement"]])
* title = "Add to a message"
* description = "A party adds a part to a message, with its author and time."
* affectsState = true
* resource = #Communication
* type = false
* instance = true
* insert In(#text, 0, "1", #string, [["What is added."]])
* insert InCode(#part, 0, "1", [[Canonical(SamsparMessagePartVS)]], [["What it is about; supplement when left out."]])
* insert AttachmentParameter
* insert ManualDelivery
* insert Out(#return, 1, "1", #Bundle, [["The new version of the message, and the work items of the receivers."]])
* insert Justification
