Extension: SamsparFailedStepExtension
Id: failed-step
Title: "Failed step"
Description: "What went wrong: the request, answer, message, case, plan, meeting, registration or consent."
Context: AdverseEvent
* insert Conformance
* value[x] only Reference
* value[x] 1..1
