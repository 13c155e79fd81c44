ValueSet: SamsparPrincipalTypeVS
Id: principal-type
Title: "Typ av huvudman"
Description: "All codes of the code system principal-type."
* insert Conformance
* include codes from system SamsparPrincipalTypeCS
