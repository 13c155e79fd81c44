Extension: SamsparPathwayIndicatorExtension
Id: pathway-indicator
Title: "Pathway indicator"
Description: "A measure that follows the pathway up."
Context: PlanDefinition
* insert Conformance
* value[x] only canonical
* value[x] 1..1
