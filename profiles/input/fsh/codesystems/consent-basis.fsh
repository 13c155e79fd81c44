CodeSystem: SamsparConsentBasisCS
Id: consent-basis
Title: "Grund för informationsutbyte"
Description: "The legal basis for sharing."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparConsentBasisVS)

* #consent "Samtycke" "The person has consented."

* #osl-25-13 "OSL 25 kap. 13 §" "The person cannot consent, and the exception of the secrecy act applies."
