CodeSystem: SamsparPasisProfessionalCategoryCS
Id: pasis-professional-category
Title: "PASiS yrkeskategori"
Description: "Professional category in the patient administration system PASiS; the codes in use here."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparPasisProfessionalCategoryVS)

* #10 "Läkare" "Physician."
