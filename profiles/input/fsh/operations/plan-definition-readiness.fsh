Instance: plan-definition-readiness
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#readiness, [["IntroductionReadiness"]])
* title = "How far an introduction has come"
* description = "The actions of an introduction as milestones."
* affectsState = false
* resource = #PlanDefinition
* type = false
* instance = true
* insert Out(#total, 1, "1", #integer, [["How many actions there are."]])
* insert Out(#done, 1, "1", #integer, [["How many are done."]])
* insert Out(#overdue, 1, "1", #integer, [["How many were due before today and are not done."]])
* insert Out(#nextDue, 0, "1", #date, [["The first day from today on at which one is due that is not done."]])
* insert Out(#ready, 1, "1", #boolean, [["Are all done?"]])
