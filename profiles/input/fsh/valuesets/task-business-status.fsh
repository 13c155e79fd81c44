ValueSet: SamsparTaskBusinessStatusVS
Id: task-business-status
Title: "Ärendestatus"
Description: "All codes of the code system task-business-status."
* insert Conformance
* include codes from system SamsparTaskBusinessStatusCS
