ValueSet: SamsparPasisContactTypeVS
Id: pasis-contact-type
Title: "PASiS kontakttyp"
Description: "All codes of the code system pasis-contact-type."
* insert Conformance
* include codes from system SamsparPasisContactTypeCS
