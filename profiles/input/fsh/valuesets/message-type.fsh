ValueSet: SamsparMessageTypeVS
Id: message-type
Title: "Meddelandetyp"
Description: "All codes of the code system message-type."
* insert Conformance
* include codes from system SamsparMessageTypeCS
