Instance: care-consent-refusal-example
InstanceOf: SamsparCareConsent
Usage: #example
Title: "A refusal"
* insert ConsentInCase
* policyRule = SamsparConsentBasisCS#consent "Samtycke"
* provision.type = #deny
* provision.actor.role = http://terminology.hl7.org/CodeSystem/v3-ParticipationType#IRCP
* provision.actor.reference = Reference(skola-lund)
