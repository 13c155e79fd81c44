CodeSystem: SamsparPasisContactTypeCS
Id: pasis-contact-type
Title: "PASiS kontakttyp"
Description: "Contact type in the patient administration system PASiS; the codes in use here."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparPasisContactTypeVS)

* #KD "Konsultation distans" "Consultation at a distance."
