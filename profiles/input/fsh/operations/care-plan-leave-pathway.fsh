Instance: care-plan-leave-pathway
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#leave-pathway, [["LeavePathway"]])
* title = "Leave a pathway"
* description = "The responsible unit ends a started pathway before the patient has gone through it, such as when a suspicion turns out to be unfounded."
* affectsState = true
* resource = #CarePlan
* type = false
* instance = true
* insert In(#reason, 0, "1", #string, [["Why the patient leaves the pathway (rule reason-given)."]])
* insert Out(#return, 1, "1", #CarePlan, [["The started pathway, as it ended."]])
* insert Justification
