Profile: SamsparDigitalConsultationRequest
Parent: SamsparConsultationRequest
Id: digital-consultation-request
Title: "Digital consultation request"
Description: "A request for a video meeting of three: patient and primary care physician at the health centre, specialist by video."
* insert Conformance
* category = SamsparTrackCS#digital-specialistkonsultation
* occurrence[x] ^short = "The time that the health centre asks for"
