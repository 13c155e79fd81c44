Extension: SamsparCareResponsibilityRemainsExtension
Id: care-responsibility-remains
Title: "Care responsibility remains"
Description: "Whether the requesting unit keeps its care responsibility while the request is handled."
Context: ServiceRequest
* insert Conformance
* value[x] only boolean
* value[x] 1..1
