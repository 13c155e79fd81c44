Instance: communication-withdraw
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#withdraw, [["Withdraw"]])
* title = "Withdraw a message"
* description = "The sender takes a wrongly sent message back: nobody else reads it from then on; that it was withdrawn is kept."
* affectsState = true
* resource = #Communication
* type = false
* instance = true
* insert In(#reason, 0, "1", #string, [["Why; required."]])
* insert Out(#return, 1, "1", #Communication, [["The withdrawn message."]])
* insert Justification
