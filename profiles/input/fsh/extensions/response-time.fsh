Extension: SamsparResponseTimeExtension
Id: response-time
Title: "Response time"
Description: "Time to a first response on this service, instead of the default of the track."
Context: HealthcareService
* insert Conformance
* value[x] only Duration
* value[x] 1..1
