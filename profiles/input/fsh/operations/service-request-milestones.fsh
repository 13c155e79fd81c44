Instance: service-request-milestones
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#milestones, [["Milestones"]])
* title = "Milestones"
* description = "What has happened to the request so far and when. Days count from the well-founded suspicion where the request has one and otherwise from when it was sent."
* affectsState = false
* resource = #ServiceRequest
* type = false
* instance = true
* insert OutGroup(#milestone, 0, "*", [["In the order in which they were reached."]])
* insert OutPart(#code, 1, "1", #code, [["suspicion or sent or received or accepted or meeting or answered-in-part or answered or declined or forwarded or converted or ended, the first time each, a meeting each time."]])
* insert OutPart(#time, 1, "1", #dateTime, [["When."]])
* insert OutPart(#days, 1, "1", #integer, [["Swedish days since the first milestone."]])
