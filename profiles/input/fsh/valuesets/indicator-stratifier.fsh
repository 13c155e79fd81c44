ValueSet: SamsparIndicatorStratifierVS
Id: indicator-stratifier
Title: "Uppdelning"
Description: "All codes of the code system indicator-stratifier."
* insert Conformance
* include codes from system SamsparIndicatorStratifierCS
