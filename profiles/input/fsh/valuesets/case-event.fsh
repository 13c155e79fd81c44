ValueSet: SamsparCaseEventVS
Id: case-event
Title: "Händelse i ärendet"
Description: "All codes of the code system case-event."
* insert Conformance
* include codes from system SamsparCaseEventCS
