Extension: SamsparTrackHandsBackExtension
Id: track-hands-back
Title: "Track hands back"
Description: "Whether the sender hands the patient back: its care commitment ends when the receiver accepts."
Context: ActivityDefinition
* insert Conformance
* value[x] only boolean
* value[x] 1..1
