Extension: SamsparTrackAdviceExtension
Id: track-advice
Title: "Track of advice"
Description: "Whether requests on the track ask for advice: the receiver makes a referral of one only where the requester has allowed it."
Context: ActivityDefinition
* insert Conformance
* value[x] only boolean
* value[x] 1..1
