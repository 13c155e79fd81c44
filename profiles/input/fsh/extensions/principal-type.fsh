Extension: SamsparPrincipalTypeExtension
Id: principal-type
Title: "Principal type (huvudmannatyp)"
Description: "Who runs the care provider."
Context: Organization
* insert Conformance
* value[x] only code
* value[x] 1..1
* value[x] from SamsparPrincipalTypeVS (required)
