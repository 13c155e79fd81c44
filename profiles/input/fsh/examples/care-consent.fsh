Instance: care-consent-example
InstanceOf: SamsparCareConsent
Usage: #example
* insert ConsentInCase
* policyRule = SamsparConsentBasisCS#consent "Samtycke"
* provision.type = #permit
* provision.actor.role = http://terminology.hl7.org/CodeSystem/v3-ParticipationType#IRCP
* provision.actor.reference = Reference(vc-dalby)
* extension[verifiedByUnit].extension[unit].valueReference = Reference(kommun-lund-hemtjanst)
* extension[verifiedByUnit].extension[when].valueInstant = "2025-02-03T08:30:00+01:00"
