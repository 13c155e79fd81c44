ValueSet: SamsparAccessModeVS
Id: access-mode
Title: "Åtkomst"
Description: "All codes of the code system access-mode."
* insert Conformance
* include codes from system SamsparAccessModeCS
