Extension: SamsparTrackEscalationExtension
Id: track-escalation
Title: "Track escalation"
Description: "The track on which the receiving unit has a function that is told when a deadline passes."
Context: ActivityDefinition
* insert Conformance
* value[x] only code
* value[x] 1..1
* value[x] from SamsparTrackVS (required)
