Instance: care-plan-close
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#close, [["Close"]])
* title = "Close a case"
* description = "The initiating unit closes the case."
* affectsState = true
* resource = #CarePlan
* type = false
* instance = true
* insert InCode(#reason, 1, "1", [[Canonical(SamsparCloseReasonVS)]], [["Why the case ends."]])
* insert In(#text, 0, "1", #string, [["In words."]])
* insert In(#sipDeclined, 0, "1", #boolean, [["The person has been offered a coordinated individual plan and declines."]])
* insert Out(#return, 1, "1", #Bundle, [["The case, and the work items that end with it."]])
* insert Justification
