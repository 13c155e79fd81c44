Extension: SamsparConcernedUnitExtension
Id: concerned-unit
Title: "Concerned unit"
Description: "The unit that a deviation concerns and that answers it."
Context: AdverseEvent
* insert Conformance
* value[x] only Reference(SamsparCareUnit or SamsparOtherParty)
* value[x] 1..1
