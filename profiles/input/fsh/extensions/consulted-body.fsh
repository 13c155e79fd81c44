Extension: SamsparConsultedBodyExtension
Id: consulted-body
Title: "Consulted body"
Description: "Whom a draft is sent to for comments: a care provider, for all its units, or a single unit."
Context: PlanDefinition
* insert Conformance
* value[x] only Reference(SamsparCareProvider or SamsparCareUnit or SamsparOtherParty)
* value[x] 1..1
