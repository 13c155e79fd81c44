Extension: SamsparWorkUpExtension
Id: work-up
Title: "Work-up"
Description: "What has been investigated and treated before the request."
Context: ServiceRequest
* insert Conformance
* value[x] only markdown
* value[x] 1..1
