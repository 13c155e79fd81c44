Instance: plan-definition-start-pathway
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#start-pathway, [["StartPathway"]])
* title = "Start a pathway"
* description = "A unit starts a pathway that the region has introduced for a patient, at the phase where the patient is, and answers for it from then on."
* affectsState = true
* resource = #PlanDefinition
* type = false
* instance = true
* insert InReference(#patient, 1, "1", [[Canonical(SamsparPatient)]], [["The patient whose record the unit sees already. Named by reference or by the personal identity number alone."]])
* insert InCode(#entryPhase, 1, "1", [[Canonical(SamsparPathwayPhaseVS)]], [["The phase of the pathway at which the patient comes in."]])
* insert InReference(#unit, 0, "1", [[Canonical(SamsparCareUnit)]], [["The responsible unit: the caller's own and no other."]])
* insert In(#basedOn, 0, "1", #Reference, [["The request or the case (CarePlan) that it comes from, in which the unit takes part."]])
* insert Out(#return, 1, "1", #CarePlan, [["The started pathway."]])
* insert Justification
