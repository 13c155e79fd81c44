Extension: SamsparConsentWithdrawalExtension
Id: consent-withdrawal
Title: "Consent withdrawal"
Description: "That the consent, or the refusal, was taken back: which unit was told, when, and why. Set by the server but for the reason."
Context: Consent
* insert Conformance
* extension contains
    reason 0..1 and
    unit 0..1 and
    when 0..1
* extension[reason].value[x] only string
* extension[reason].value[x] 1..1
* extension[unit].value[x] only Reference(SamsparCareUnit or SamsparOtherParty)
* extension[unit].value[x] 1..1
* extension[when].value[x] only instant
* extension[when].value[x] 1..1
