ValueSet: SamsparPasisReasonVS
Id: pasis-reason
Title: "PASiS anledning"
Description: "All codes of the code system pasis-reason."
* insert Conformance
* include codes from system SamsparPasisReasonCS
