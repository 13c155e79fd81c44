Profile: SamsparCareUnit
Parent: Organization
Id: care-unit
Title: "Care unit (vårdenhet)"
Description: "A unit that sends or receives: a health centre, a clinic, a ward. Known by its HSA-id."
* insert Conformance
* insert CompliesWith($SEBaseOrganization)
* insert SwedishOrganizationIdentifiers
* identifier[hsaid] 1..1
* name 1..1
* partOf 1..1
* extension contains
    SamsparCareLevelExtension named careLevel 1..1 and
    SamsparAccessExtension named access 0..1
* extension[access] ^short = "How the unit takes part; connected where absent"
