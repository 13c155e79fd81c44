ValueSet: SamsparPathwayStateVS
Id: pathway-state
Title: "Vårdförloppets läge"
Description: "All codes of the code system pathway-state."
* insert Conformance
* include codes from system SamsparPathwayStateCS
