Extension: SamsparWishedByPatientExtension
Id: wished-by-patient
Title: "Wished by the patient"
Description: "The person wants this party in the case."
Context: CarePlan.contributor
* insert Conformance
* value[x] only boolean
* value[x] 1..1
