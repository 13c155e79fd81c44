Instance: appointment-reschedule
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#reschedule, [["Reschedule"]])
* title = "Reschedule an appointment"
* description = "The receiving unit of the request moves the meeting, or the unit that runs a conference moves that. The slot that it had is free again. A cancelled meeting is booked anew while its request is accepted and not yet answered."
* affectsState = true
* resource = #Appointment
* type = false
* instance = true
* insert InReference(#slot, 0, "1", [[Canonical(SamsparServiceSlot)]], [["A free slot of the unit; this or period."]])
* insert In(#period, 0, "1", #Period, [["Start and end, for a meeting without a slot; this or slot."]])
* insert Out(#return, 1, "1", #Appointment, [["The appointment at its new time."]])
* insert Justification
