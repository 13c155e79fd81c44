Extension: SamsparReturnPlanExtension
Id: return-plan
Title: "Return plan"
Description: "What primary care is to do and follow up, and when to turn to specialised care again."
Context: ServiceRequest
* insert Conformance
* value[x] only markdown
* value[x] 1..1
