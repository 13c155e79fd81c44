Instance: care-plan-move-phase
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#move-phase, [["MovePhase"]])
* title = "Move to a later phase"
* description = "The responsible unit closes the present phase of a started pathway and begins a later one. Out of the last phase, without naming another, it ends the pathway."
* affectsState = true
* resource = #CarePlan
* type = false
* instance = true
* insert InCode(#phase, 0, "1", [[Canonical(SamsparPathwayPhaseVS)]], [["The phase that begins: a later one of the pathway and not always the next. Left out in the last phase: the pathway has been gone through."]])
* insert Out(#return, 1, "1", #CarePlan, [["The started pathway."]])
* insert Justification
