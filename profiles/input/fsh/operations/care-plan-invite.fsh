Instance: care-plan-invite
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#invite, [["Invite"]])
* title = "Invite a party"
* description = "A party brings a further party into the case."
* affectsState = true
* resource = #CarePlan
* type = false
* instance = true
* insert In(#party, 1, "1", #Reference, [["The unit; an identifier reference is enough."]])
* insert In(#wishedByPatient, 0, "1", #boolean, [["The person wishes it in; needed for a party outside health and social care (rule party-wished)."]])
* insert Out(#return, 1, "1", #CarePlan, [["The case."]])
* insert Justification
