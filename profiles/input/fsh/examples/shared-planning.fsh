Instance: shared-planning-example
InstanceOf: SamsparSharedPlanning
Usage: #example
* status = #active
* intent = #plan
* subject = Reference(tolvan-tolvansson)
* partOf.reference = "CarePlan/outpatient-case-example"
* created = "2025-02-03"
* author.reference = "Organization/vc-dalby"
* contributor.reference = "Organization/kommun-lund-hemtjanst"
* insert PlannedExample
* extension[unresolvedNeed].valueString = "medicin"
