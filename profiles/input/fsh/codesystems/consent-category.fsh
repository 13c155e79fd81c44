CodeSystem: SamsparConsentCategoryCS
Id: consent-category
Title: "Slag av viljeyttring"
Description: "What a Consent is about, where it is not about sharing in a case."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparConsentCategoryVS)

* #care-block "Spärr" "The patient has had documentation blocked for others (patientdatalagen 4 kap. 4 §, 6 kap. 2 §)."
