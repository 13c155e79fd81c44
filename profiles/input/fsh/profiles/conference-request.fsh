Profile: SamsparConferenceRequest
Parent: SamsparConsultationRequest
Id: conference-request
Title: "Conference request"
Description: "A case for a multidisciplinary conference."
* insert Conformance
* category = SamsparTrackCS#elektiv-mdk
* extension contains SamsparNamedConferenceExtension named conference 0..1
