Instance: encounter-registration-gaps
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#registration-gaps, [["RegistrationGaps"]])
* title = "Registration gaps"
* description = "Which registrations of the caller's own unit lack something, all of them, oldest first: the list of the medical secretary."
* affectsState = false
* resource = #Encounter
* type = true
* instance = false
* insert In(#unit, 0, "1", #string, [["The unit: a reference such as Organization/id or an HSA-id. The caller's own when left out; another unit's is refused."]])
* insert In(#start, 0, "1", #dateTime, [["Only contacts from this time on."]])
* insert In(#end, 0, "1", #dateTime, [["Only contacts up to this time."]])
* insert OutGroup(#gap, 0, "*", [["A registration that lacks something."]])
* insert OutPart(#encounter, 1, "1", #Reference, [["The encounter."]])
* insert OutPart(#missing, 1, "*", #code, [["The code of a rule that it does not meet."]])
* insert OutPart(#since, 1, "1", #dateTime, [["Since when it lacks."]])
