ValueSet: SamsparIndicatorVS
Id: indicator
Title: "Indikator"
Description: "All codes of the code system indicator."
* insert Conformance
* include codes from system SamsparIndicatorCS
