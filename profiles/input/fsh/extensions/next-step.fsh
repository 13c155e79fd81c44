Extension: SamsparNextStepExtension
Id: next-step
Title: "Next step"
Description: "What happens next, in words for the patient."
Context: Communication
* insert Conformance
* value[x] only string
* value[x] 1..1
