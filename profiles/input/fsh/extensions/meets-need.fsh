Extension: SamsparMeetsNeedExtension
Id: meets-need
Title: "Meets need"
Description: "The id of a need in the patient's part that the activity meets."
Context: CarePlan.activity.detail
* insert Conformance
* value[x] only string
* value[x] 1..1
