Profile: SamsparCareProvider
Parent: Organization
Id: care-provider
Title: "Care provider (vårdgivare)"
Description: "The organisation that answers for care units, and the kind of principal (huvudman) that it is."
* insert Conformance
* insert CompliesWith($SEBaseOrganization)
* insert SwedishOrganizationIdentifiers
* name 1..1
* extension contains SamsparPrincipalTypeExtension named principalType 1..1
