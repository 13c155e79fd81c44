ValueSet: SamsparPathwayPhaseVS
Id: pathway-phase
Title: "Fas i vårdförloppet"
Description: "All codes of the code system pathway-phase."
* insert Conformance
* include codes from system SamsparPathwayPhaseCS
