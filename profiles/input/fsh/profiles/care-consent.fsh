Profile: SamsparCareConsent
Parent: Consent
Id: care-consent
Title: "Care consent (samtycke)"
Description: "What the person allows or refuses in a case: which parties outside the own care provider may be told. Holds until it is withdrawn, also when the case has ended."
* insert Conformance
* implicitRules 0..0
* modifierExtension 0..0
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* category = $v3-ActCode#IDSCL
* patient 1..1
* patient only Reference(SamsparPatient)
* dateTime 1..1
* dateTime ^short = "When the person decided; set by the server where absent"
* organization 1..1
* organization only Reference(SamsparCareUnit or SamsparOtherParty)
* organization ^short = "The unit that the person told; set by the server"
* policyRule 1..1
* policyRule from SamsparConsentBasisVS (required)
* provision 1..1
* provision.type 1..1
* provision.period 0..0
* provision.actor.reference only Reference(SamsparCareUnit or SamsparOtherParty or SamsparCareProvider)
* provision.actor ^short = "The parties it is about, or their care providers; all where there are none"
* provision.action 0..0
* provision.securityLabel 0..0
* provision.purpose 0..0
* provision.class 0..0
* provision.code 0..0
* provision.dataPeriod 0..0
* provision.data 0..1
* provision.data.meaning = #instance
* provision.data.reference only Reference(SamsparOutpatientCase)
* provision.data ^short = "The case; set by CarePlan/$open-case for a new one"
* provision.provision 0..0
* extension contains
    SamsparVerifiedByUnitExtension named verifiedByUnit 0..* and
    SamsparOslAssessmentExtension named oslAssessment 0..1 and
    SamsparConsentWithdrawalExtension named withdrawal 0..1
* obeys osl-exception-documented and osl-permits and consent-withdrawal-documented

Invariant: osl-exception-documented
Description: "With OSL 25 kap. 13 § the assessor and the reason are recorded, in the extension osl-assessment."
Severity: #error
Expression: "policyRule.coding.where(code = 'osl-25-13').exists() implies extension.where(url.endsWith('/StructureDefinition/osl-assessment')).exists(extension.where(url = 'assessor').value.exists() and extension.where(url = 'reason').value.trim().length() > 0)"

Invariant: osl-permits
Description: "The exception of the secrecy act allows; a refusal is the person's own."
Severity: #error
Expression: "policyRule.coding.where(code = 'osl-25-13').exists() implies provision.type = 'permit'"

Invariant: consent-withdrawal-documented
Description: "A consent that holds no longer (inactive) says why, in the extension consent-withdrawal."
Severity: #error
Expression: "status = 'inactive' implies extension.where(url.endsWith('/StructureDefinition/consent-withdrawal')).extension.where(url = 'reason').value.exists()"
