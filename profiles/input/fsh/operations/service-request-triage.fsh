Instance: service-request-triage
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#triage, [["Triage"]])
* title = "Triage a request"
* description = "The receiver decides about the request."
* affectsState = true
* resource = #ServiceRequest
* type = false
* instance = true
* insert InCode(#decision, 1, "1", [[Canonical(SamsparTriageDecisionVS)]], [["accept or request-supplement or forward or decline or abort."]])
* insert In(#reason, 0, "1", #string, [["Why; required for every decision but accept (rule reason-given)."]])
* insert In(#forwardTo, 0, "1", #Reference, [["The unit, or the service of a unit on the track, that has the request from now on; with forward."]])
* insert InCode(#priority, 0, "1", [["http://hl7.org/fhir/ValueSet/request-priority"]], [["The priority that the receiver sets; with forward that of the next receiver's work item."]])
* insert In(#plannedTime, 0, "1", #dateTime, [["When the meeting is planned; with accept."]])
* insert InReference(#slot, 0, "1", [[Canonical(SamsparServiceSlot)]], [["A free slot of the receiver that the meeting is booked on; with accept instead of plannedTime."]])
* insert Out(#return, 1, "1", #Bundle, [["The work items, and the appointment where one is planned."]])
* insert Justification
