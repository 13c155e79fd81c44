Extension: SamsparOutcomeExtension
Id: outcome
Title: "Outcome"
Description: "What the consultation or referral led to."
Context: Communication
* insert Conformance
* value[x] only Coding
* value[x] 1..1
* value[x] from SamsparConsultationOutcomeVS (required)
