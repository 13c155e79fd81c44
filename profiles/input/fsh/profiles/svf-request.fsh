Profile: SamsparSvfRequest
Parent: SamsparConsultationRequest
Id: svf-request
Title: "SVF request"
Description: "The start of a standardised cancer pathway."
* insert Conformance
* category = SamsparTrackCS#elektiv-svf
