Extension: SamsparTrackMeetingExtension
Id: track-meeting
Title: "Track meeting"
Description: "Where an accepted request is taken up: at a meeting of three that is booked (video), at a visit that is booked (visit), or at a conference for which the case is signed up (conference)."
Context: ActivityDefinition
* insert Conformance
* value[x] only code
* value[x] 1..1
