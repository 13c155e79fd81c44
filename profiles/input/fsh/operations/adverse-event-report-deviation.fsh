Instance: adverse-event-report-deviation
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#report-deviation, [["ReportDeviation"]])
* title = "Report a deviation"
* description = "A unit reports what went wrong in a step of the collaboration straight to the unit concerned."
* affectsState = true
* resource = #AdverseEvent
* type = true
* instance = false
* insert In(#concerns, 1, "1", #Reference, [["The request, answer, message, case, plan, meeting, registration or consent; the caller sees it."]])
* insert In(#unit, 1, "1", #Reference, [["The unit concerned, by reference or HSA-id; it takes part in that step (rule deviation-concerns-party)."]])
* insert In(#text, 1, "1", #string, [["What happened."]])
* insert InCode(#kind, 0, "1", [[Canonical(SamsparDeviationKindVS)]], [["What sort of deviation it is."]])
* insert Out(#return, 1, "1", #Bundle, [["The deviation, and the work item of the unit concerned."]])
* insert Justification
