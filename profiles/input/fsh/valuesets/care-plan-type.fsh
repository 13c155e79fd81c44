ValueSet: SamsparCarePlanTypeVS
Id: care-plan-type
Title: "Typ av plan"
Description: "All codes of the code system care-plan-type."
* insert Conformance
* include codes from system SamsparCarePlanTypeCS
