Instance: patient-emergency-accesses
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#emergency-accesses, [["EmergencyAccesses"]])
* title = "Emergency accesses"
* description = "Who has read about a patient in an emergency (break-glass): accesses by the caller's own unit, and accesses to patients that it takes part in the care of. For whoever reviews logs, by the scope samspar/log-review."
* affectsState = false
* resource = #Patient
* type = true
* instance = false
* insert In(#unit, 0, "1", #string, [["Only accesses by this unit: a reference such as Organization/id."]])
* insert In(#start, 0, "1", #dateTime, [["Only accesses that began from this time on."]])
* insert In(#end, 0, "1", #dateTime, [["Only accesses that began before this time."]])
* insert OutGroup(#access, 0, "*", [["One employee's access to one patient, newest first; at most the 1000 newest."]])
* insert OutPart(#patient, 1, "1", #Reference, [["Whose data it was."]])
* insert OutPart(#unit, 1, "1", #Reference, [["The unit acted for."]])
* insert OutPart(#employee, 1, "1", #Identifier, [["The employee, by HSA-id."]])
* insert OutPart(#reason, 1, "1", #string, [["The reason given, as it was written."]])
* insert OutPart(#period, 1, "1", #Period, [["From the first request to when the token ceased to hold."]])
* insert OutPart(#request, 1, "1", #string, [["X-Request-Id of the first request."]])
