Profile: SamsparSharedPlanning
Parent: CarePlan
Id: shared-planning
Title: "Shared planning (planering)"
Description: "The planning of a case. The patient's part says how the person is, is expected to be, and needs help with; the responsibility part (activity) says which unit meets each need and how."
* insert Conformance
* insert CarePlanOfType(SamsparCarePlanTypeCS#shared-planning)
* insert PlannedTogether

Invariant: needs-named-once
Description: "Each need has an id of its own."
Severity: #error
Expression: "extension.where(url.endsWith('/StructureDefinition/patient-part')).extension.where(url = 'need').extension.where(url = 'id').value.isDistinct()"

Invariant: activity-meets-known-need
Description: "What a unit does meets needs that the patient's part names."
Severity: #error
Expression: "activity.detail.extension.where(url.endsWith('/StructureDefinition/meets-need')).value.all($this in %resource.extension.where(url.endsWith('/StructureDefinition/patient-part')).extension.where(url = 'need').extension.where(url = 'id').value)"
