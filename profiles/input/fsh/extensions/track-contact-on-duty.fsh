Extension: SamsparTrackContactOnDutyExtension
Id: track-contact-on-duty
Title: "Track contact on duty"
Description: "Whether the contact of a service on the track is whoever is on duty there at the time."
Context: ActivityDefinition
* insert Conformance
* value[x] only boolean
* value[x] 1..1
