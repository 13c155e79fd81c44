ValueSet: SamsparConsentBasisVS
Id: consent-basis
Title: "Grund för informationsutbyte"
Description: "All codes of the code system consent-basis."
* insert Conformance
* include codes from system SamsparConsentBasisCS
