Instance: appointment-sign-up
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#sign-up, [["SignUp"]])
* title = "Sign a case up to a conference"
* description = "The requesting or receiving unit puts an open request on the agenda of a conference of the receiver; it leaves the agenda that it was on."
* affectsState = true
* resource = #Appointment
* type = false
* instance = true
* insert InReference(#request, 1, "1", [[Canonical(SamsparConferenceRequest)]], [["The case."]])
* insert Out(#return, 1, "1", #Appointment, [["The conference."]])
* insert Justification
