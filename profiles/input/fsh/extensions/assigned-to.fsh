Extension: SamsparAssignedToExtension
Id: assigned-to
Title: "Assigned to"
Description: "Who at the unit has the work item. Set by $claim and $reassign."
Context: Task
* insert Conformance
* value[x] only Reference(SamsparPractitionerRole or SamsparPractitioner)
* value[x] 1..1
