Extension: SamsparRegistrationCompletedExtension
Id: registration-completed
Title: "Registration completed"
Description: "When the registration was finished for the first time. Set by the server."
Context: Encounter
* insert Conformance
* value[x] only instant
* value[x] 1..1
