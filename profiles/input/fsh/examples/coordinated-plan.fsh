Instance: coordinated-plan-example
InstanceOf: SamsparCoordinatedPlan
Usage: #example
* status = #active
* intent = #plan
* description = "Trygghet hemma efter fall"
* subject = Reference(tolvan-tolvansson)
* partOf.reference = "CarePlan/outpatient-case-example"
* created = "2025-02-10"
* author.reference = "Organization/vc-dalby"
* contributor[+].reference = "Organization/kommun-lund-hemtjanst"
* contributor[+].reference = "Organization/vc-dalby"
* insert PlannedExample
* activity[+].detail.status = #scheduled
* activity[=].detail.description = "Läkemedelsgenomgång"
* activity[=].detail.performer.reference = "Organization/vc-dalby"
* activity[=].detail.extension[meetsNeed].valueString = "medicin"
