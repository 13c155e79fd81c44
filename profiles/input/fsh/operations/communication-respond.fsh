Instance: communication-respond
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#respond, [["Respond"]])
* title = "Answer a message"
* description = "A receiver answers a request for coordination or a renewal; for a receiver without access, the sender documents its answer."
* affectsState = true
* resource = #Communication
* type = false
* instance = true
* insert In(#decision, 1, "1", #code, [["accept, decline or request-supplement."]])
* insert In(#text, 0, "1", #string, [["What is answered; required for decline and request-supplement (rule reason-given)."]])
* insert In(#unit, 0, "1", #Reference, [["The receiver without access whose answer the sender documents."]])
* insert Out(#return, 1, "1", #Bundle, [["The work item, and with request-supplement the sender's."]])
* insert Justification
