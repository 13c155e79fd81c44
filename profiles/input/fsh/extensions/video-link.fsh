Extension: SamsparVideoLinkExtension
Id: video-link
Title: "Video link"
Description: "Where the participants meet by video."
Context: Appointment
* insert Conformance
* value[x] only url
* value[x] 1..1
