Instance: care-plan-plan
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#plan, [["Plan"]])
* title = "Plan together"
* description = "A party begins or changes the planning of the case."
* affectsState = true
* resource = #CarePlan
* type = false
* instance = true
* insert In(#planning, 1, "1", #CarePlan, [["The planning as it is to be: patient part and responsibility part."]])
* insert In(#ifVersion, 0, "1", #string, [["The version of the planning that this builds on; refused with 412 when it has changed since."]])
* insert Out(#return, 1, "1", #CarePlan, [["The new version of the planning."]])
* insert Justification
