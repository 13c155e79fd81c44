Extension: SamsparConvertedToExtension
Id: converted-to
Title: "Converted to"
Description: "The request on another track into which this one was converted. Set by the server."
Context: ServiceRequest
* insert Conformance
* value[x] only Reference(SamsparConsultationRequest)
* value[x] 1..1
