Instance: care-plan-admit
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#admit, [["Admit"]])
* title = "Admit"
* description = "The person has been admitted: an admission message goes to every party, and the outpatient case becomes an inpatient one."
* affectsState = true
* resource = #CarePlan
* type = false
* instance = true
* insert In(#reason, 0, "1", #string, [["Why the person was admitted."]])
* insert In(#text, 0, "1", #string, [["Where, and what the parties need to know."]])
* insert ManualDelivery
* insert Out(#return, 1, "1", #Bundle, [["The case, the admission message and its work items."]])
* insert Justification
