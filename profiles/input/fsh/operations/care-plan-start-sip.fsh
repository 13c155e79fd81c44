Instance: care-plan-start-sip
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#start-sip, [["StartSip"]])
* title = "Start a coordinated individual plan"
* description = "A party starts a SIP of region and municipality from the planning of the case."
* affectsState = true
* resource = #CarePlan
* type = false
* instance = true
* insert In(#reason, 0, "1", #string, [["Why."]])
* insert In(#text, 0, "1", #string, [["What the plan is about."]])
* insert Out(#return, 1, "1", #Bundle, [["The case and the coordinated plan."]])
* insert Justification
