Profile: SamsparDirectTrackRequest
Parent: SamsparConsultationRequest
Id: direct-track-request
Title: "Direct track request"
Description: "An ambulance brings a patient straight to the receiving function: the suspected condition and when the patient arrives."
* insert Conformance
* reasonCode ^short = "The suspected condition as code, with the question as text"
* occurrence[x] 1..1
* occurrence[x] only dateTime
* occurrence[x] ^short = "When the patient is expected to arrive"
