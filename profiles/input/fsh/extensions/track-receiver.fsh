Extension: SamsparTrackReceiverExtension
Id: track-receiver
Title: "Track receiver"
Description: "A care level whose units may receive on the track, instead of those in CodeSystem/track."
Context: ActivityDefinition
* insert Conformance
* value[x] only code
* value[x] 1..1
* value[x] from SamsparCareLevelVS (required)
