ValueSet: SamsparPasisProfessionalCategoryVS
Id: pasis-professional-category
Title: "PASiS yrkeskategori"
Description: "All codes of the code system pasis-professional-category."
* insert Conformance
* include codes from system SamsparPasisProfessionalCategoryCS
