Instance: encounter-registration-gaps
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#registration-gaps, [["RegistrationGaps"]])
* title = "Registration gaps"
* description = "Which registrations of a unit lack something: the list of the medical secretary."
* affectsState = false
* resource = #Encounter
* type = true
* instance = false
* insert In(#unit, 1, "1", #string, [["The unit. Reference such as Organization/id, or an HSA-id."]])
* insert In(#start, 0, "1", #dateTime, [["Contacts from this time on."]])
* insert In(#end, 0, "1", #dateTime, [["Contacts up to this time."]])
* insert OutGroup(#gap, 0, "*", [["A registration that lacks something."]])
* insert OutPart(#encounter, 1, "1", #Reference, [["The encounter."]])
* insert OutPart(#missing, 1, "*", #code, [["The code of a rule that it does not meet."]])
* insert OutPart(#since, 1, "1", #dateTime, [["Since when it lacks."]])
