Profile: SamsparMonitoredObservation
Parent: Observation
Id: monitored-observation
Title: "Monitored value (mätvärde vid egenmonitorering)"
Description: "A value that a patient's started pathway asks for, measured at home or at a unit. One outside the limits of the plan becomes a work item of the unit that answers for the activity."
* insert Conformance
* implicitRules 0..0
* modifierExtension 0..0
* basedOn 1..1
* basedOn only Reference(SamsparPathwayPlan)
* basedOn ^short = "The started pathway that asks for it"
* partOf 0..0
* status from SamsparMonitoredObservationStatusVS (required)
* code.coding 1..1
* code.coding.system 1..1
* code.coding.code 1..1
* code ^short = "As the plan asks for it: LOINC, or a code of the unit's own"
* subject 1..1
* subject only Reference(SamsparPatient)
* focus 0..0
* encounter 0..0
* effective[x] 1..1
* effective[x] only dateTime
* performer 1..1
* performer only Reference(SamsparPatient or SamsparCareUnit or SamsparPractitionerRole)
* performer ^short = "Who measured: the person, or the writing unit or somebody of it"
* value[x] 1..1
* value[x] only Quantity
* valueQuantity.value 1..1
* valueQuantity.comparator 0..0
* valueQuantity.system 1..1
* valueQuantity.system = "http://unitsofmeasure.org" (exactly)
* valueQuantity.code 1..1
* dataAbsentReason 0..0
* specimen 0..0
* referenceRange 0..0
* hasMember 0..0
* derivedFrom 0..0
* component 0..0
