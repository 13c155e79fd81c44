CodeSystem: SamsparContactTypeCS
Id: contact-type
Title: "Kontakttyp"
Description: "Type of a care contact as primary care registers it."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparContactTypeVS)

* #mottagningsbesok "Mottagningsbesök" "The patient comes to the clinic."
