Extension: SamsparTrackMeetingExtension
Id: track-meeting
Title: "Track meeting"
Description: "What is booked when a request is accepted for a time: video (a meeting of three) or visit."
Context: ActivityDefinition
* insert Conformance
* value[x] only code
* value[x] 1..1
