Extension: SamsparConferenceExtension
Id: conference
Title: "Conference"
Description: "The multidisciplinary conference at which the case is discussed."
Context: ServiceRequest
* insert Conformance
* value[x] only Reference(Appointment)
* value[x] 1..1
