ValueSet: SamsparContactTypeVS
Id: contact-type
Title: "Kontakttyp"
Description: "All codes of the code system contact-type."
* insert Conformance
* include codes from system SamsparContactTypeCS
