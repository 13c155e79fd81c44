Extension: SamsparTrackCareCommitmentExtension
Id: track-care-commitment
Title: "Track care commitment"
Description: "Whether the acceptance of a request makes a care commitment."
Context: ActivityDefinition
* insert Conformance
* value[x] only boolean
* value[x] 1..1
