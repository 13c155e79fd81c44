Instance: patient-next-steps
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#next-steps, [["NextSteps"]])
* title = "Next steps"
* description = "What happens next in the person's care, whoever the care provider is, in words for the person. The person is told everything; a unit what it sees. Of each kind of resource only what the token's scopes let read."
* affectsState = false
* resource = #Patient
* type = false
* instance = true
* insert OutGroup(#step, 0, "*", [["In order of time; last, what has no time yet."]])
* insert OutPart(#when, 0, "1", #dateTime, [["When a meeting begins, or the day by which something is to be done."]])
* insert OutPart(#what, 1, "1", #string, [["What happens, in Swedish."]])
* insert OutPart(#where, 0, "1", #string, [["The unit or place by name, and whether it is by video."]])
* insert OutPart(#source, 1, "1", #Reference, [["What it follows from: a meeting, request, answer or plan."]])
