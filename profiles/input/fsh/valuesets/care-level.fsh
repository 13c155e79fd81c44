ValueSet: SamsparCareLevelVS
Id: care-level
Title: "Vårdnivå"
Description: "All codes of the code system care-level."
* insert Conformance
* include codes from system SamsparCareLevelCS
