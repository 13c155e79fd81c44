Extension: SamsparVerifiedByUnitExtension
Id: verified-by-unit
Title: "Verified by unit"
Description: "A unit has made sure for itself that the consent is there. Set by the server."
Context: Consent
* insert Conformance
* extension contains
    unit 1..1 and
    who 0..1 and
    when 1..1 and
    note 0..1
* extension[unit].value[x] only Reference(SamsparCareUnit or SamsparOtherParty)
* extension[unit].value[x] 1..1
* extension[who] ^short = "The employee, by HSA-id"
* extension[who].value[x] only Identifier
* extension[who].value[x] 1..1
* extension[when].value[x] only instant
* extension[when].value[x] 1..1
* extension[note].value[x] only string
* extension[note].value[x] 1..1
