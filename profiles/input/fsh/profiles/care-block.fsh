Profile: SamsparCareBlock
Parent: Consent
Id: care-block
Title: "Care block (spärr)"
Description: "A patient has had blocked for others what is documented at a unit or at a care provider. Holds until the unit, or one of the care provider, lifts it."
* insert Conformance
* implicitRules 0..0
* modifierExtension 0..0
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* category 1..1
* category = SamsparConsentCategoryCS#care-block
* patient 1..1
* patient only Reference(SamsparPatient)
* patient.reference 1..1
* patient ^short = "By a reference: whoever blocks sees the patient"
* dateTime 1..1
* dateTime ^short = "When the patient asked for it; set by the server where absent"
* organization 1..1
* organization only Reference(SamsparCareUnit or SamsparOtherParty)
* organization ^short = "The unit that registered it; set by the server"
* policyRule 1..1
* policyRule ^short = "Set by the server where absent"
* provision 1..1
* provision.type 1..1
* provision.type = #deny
* provision.period 1..1
* provision.period ^short = "From the registration to the lifting; set by the server"
* provision.actor 1..1
* provision.actor.role = http://terminology.hl7.org/CodeSystem/v3-ParticipationType#CST
* provision.actor.reference only Reference(SamsparCareUnit or SamsparOtherParty or SamsparCareProvider)
* provision.actor.reference.reference 1..1
* provision.actor ^short = "The unit or the care provider whose documentation is blocked"
* provision.action 0..0
* provision.securityLabel 0..0
* provision.purpose 0..0
* provision.class 0..0
* provision.code 0..0
* provision.dataPeriod 0..0
* provision.data 0..0
* provision.provision 0..0
* extension contains SamsparConsentWithdrawalExtension named withdrawal 0..1
