Extension: SamsparTrackStarterExtension
Id: track-starter
Title: "Track starter"
Description: "A care level whose units may start the track, instead of those in CodeSystem/track."
Context: ActivityDefinition
* insert Conformance
* value[x] only code
* value[x] 1..1
* value[x] from SamsparCareLevelVS (required)
