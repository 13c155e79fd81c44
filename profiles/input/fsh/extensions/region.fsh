Extension: SamsparRegionExtension
Id: region
Title: "Region"
Description: "The region that has introduced the pathway. Written by the server in PlanDefinition/$introduce."
Context: PlanDefinition
* insert Conformance
* value[x] only Reference(SamsparCareProvider)
* value[x] 1..1
