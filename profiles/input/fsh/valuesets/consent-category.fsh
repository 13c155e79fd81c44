ValueSet: SamsparConsentCategoryVS
Id: consent-category
Title: "Slag av viljeyttring"
Description: "All codes of the code system consent-category."
* insert Conformance
* include codes from system SamsparConsentCategoryCS
