Extension: SamsparEntryPhaseExtension
Id: entry-phase
Title: "Entry phase"
Description: "The phase of the pathway at which the patient came in, wherever in the chain that was."
Context: CarePlan
* insert Conformance
* value[x] only code
* value[x] 1..1
* value[x] from SamsparPathwayPhaseVS (required)
