Profile: SamsparCoordinatedPlan
Parent: CarePlan
Id: coordinated-plan
Title: "Coordinated individual plan (samordnad individuell plan, SIP)"
Description: "The plan that region and municipality make together with the person when both have interventions."
* insert Conformance
* insert CarePlanOfType(SamsparCarePlanTypeCS#coordinated-plan)
* insert PlannedTogether
* contributor only Reference(SamsparCareUnit or SamsparOtherParty)
* contributor ^short = "The parties, at least one of the region and one of the municipality (rule sip-parties)"
