Instance: plan-definition-advance
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#advance, [["AdvancePathway"]])
* title = "Advance a pathway"
* description = "A pathway goes to its next state: draft, consultation, revision (and back to consultation), approved, retired; a regional one from introduced to retired. Consultation and revision need the scope samspar/pathway-author, approved and retired samspar/pathway-approval, a regional one samspar/pathway-introduction of that region; samspar/admin does for all."
* affectsState = true
* resource = #PlanDefinition
* type = false
* instance = true
* insert InCode(#to, 1, "1", [[Canonical(SamsparPathwayStateVS)]], [["The state that it goes to."]])
* insert In(#note, 0, "1", #string, [["What is to be kept with the step, such as the decision."]])
* insert Out(#return, 1, "1", #PlanDefinition, [["The pathway."]])
* insert Justification
