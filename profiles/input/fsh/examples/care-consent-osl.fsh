Instance: care-consent-osl-example
InstanceOf: SamsparCareConsent
Usage: #example
Title: "The exception of the secrecy act"
* insert ConsentInCase
* policyRule = SamsparConsentBasisCS#osl-25-13 "OSL 25 kap. 13 §"
* provision.type = #permit
* extension[oslAssessment].extension[assessor].valueString = "Leg. sjuksköterska, hemsjukvården"
* extension[oslAssessment].extension[reason].valueString = "Medvetslös; vårdcentralen måste få veta nu."
