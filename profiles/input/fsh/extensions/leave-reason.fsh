Extension: SamsparLeaveReasonExtension
Id: leave-reason
Title: "Leave reason"
Description: "Why the patient has left the pathway before its end, or why it was a mistake to start it."
Context: CarePlan
* insert Conformance
* value[x] only string
* value[x] 1..1
