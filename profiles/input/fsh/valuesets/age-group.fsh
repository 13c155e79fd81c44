ValueSet: SamsparAgeGroupVS
Id: age-group
Title: "Åldersgrupp"
Description: "All codes of the code system age-group."
* insert Conformance
* include codes from system SamsparAgeGroupCS
