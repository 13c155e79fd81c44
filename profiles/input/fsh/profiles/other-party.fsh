Profile: SamsparOtherParty
Parent: Organization
Id: other-party
Title: "Other party (annan part)"
Description: "A party outside health care and social services that a person wants in: a school, Försäkringskassan, Arbetsförmedlingen. Known by its organisation number; an HSA-id only where it has access of its own."
* insert Conformance
* insert CompliesWith($SEBaseOrganization)
* insert SwedishOrganizationIdentifiers
* identifier[organizationIdentifier] 1..1
* name 1..1
* extension contains
    SamsparCareLevelExtension named careLevel 1..1 and
    SamsparAccessExtension named access 0..1
* extension[careLevel].valueCoding = SamsparCareLevelCS#other-party
* extension[access] ^short = "How it takes part; connected where absent"
