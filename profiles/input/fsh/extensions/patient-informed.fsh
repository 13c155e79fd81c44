Extension: SamsparPatientInformedExtension
Id: patient-informed
Title: "Patient informed"
Description: "Whether the patient has been told what happens next."
Context: Communication, ServiceRequest
* insert Conformance
* value[x] only boolean
* value[x] 1..1
