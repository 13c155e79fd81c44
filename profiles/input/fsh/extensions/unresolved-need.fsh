Extension: SamsparUnresolvedNeedExtension
Id: unresolved-need
Title: "Unresolved need"
Description: "The id of a need that no unit meets yet. Set by the server."
Context: CarePlan
* insert Conformance
* value[x] only string
* value[x] 1..1
