Instance: plan-definition-complete-action
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#complete-action, [["CompleteAction"]])
* title = "Complete an action"
* description = "An action of an introduction is done; scope samspar/pathway-introduction of a unit of the region, or samspar/admin."
* affectsState = true
* resource = #PlanDefinition
* type = false
* instance = true
* insert In(#action, 1, "1", #string, [["The id of the action (introduction-action)."]])
* insert In(#done, 0, "1", #date, [["The day on which it was done; today where left out."]])
* insert Out(#return, 1, "1", #PlanDefinition, [["The regional pathway."]])
* insert Justification
