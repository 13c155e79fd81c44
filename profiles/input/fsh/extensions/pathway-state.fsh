Extension: SamsparPathwayStateExtension
Id: pathway-state
Title: "Pathway state"
Description: "Where the pathway is in its life cycle. Written by the server; moved by PlanDefinition/$advance and $introduce."
Context: PlanDefinition
* insert Conformance
* value[x] only code
* value[x] 1..1
* value[x] from SamsparPathwayStateVS (required)
