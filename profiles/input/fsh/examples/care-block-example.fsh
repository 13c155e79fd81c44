Instance: care-block-example
InstanceOf: SamsparCareBlock
Usage: #example
Title: "What Dalby has documented is blocked for all other units"
* status = #active
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* category = SamsparConsentCategoryCS#care-block "Spärr"
* patient = Reference(tolvan-tolvansson)
* dateTime = "2025-02-03T09:00:00+01:00"
* organization = Reference(vc-dalby)
* policyRule.text = "Patientdatalagen (2008:355) 4 kap. 4 § och 6 kap. 2 §"
* provision.type = #deny
* provision.period.start = "2025-02-03T09:00:00+01:00"
* provision.actor.role = http://terminology.hl7.org/CodeSystem/v3-ParticipationType#CST
* provision.actor.reference = Reference(vc-dalby)
