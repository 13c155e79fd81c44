Extension: SamsparTrackConditionExtension
Id: track-condition
Title: "Track condition"
Description: "A suspected condition that the track is for; the codes below it count too."
Context: ActivityDefinition
* insert Conformance
* value[x] only Coding
* value[x] 1..1
