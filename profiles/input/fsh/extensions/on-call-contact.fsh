Extension: SamsparOnCallContactExtension
Id: on-call-contact
Title: "On-call contact"
Description: "Whom on call the requester has spoken to and when."
Context: ServiceRequest
* insert Conformance
* extension contains
    who 0..1 and
    when 0..1
* extension[who] ^short = "Who was spoken to"
* extension[who].value[x] only string or Reference(PractitionerRole or Practitioner)
* extension[who].value[x] 1..1
* extension[when] ^short = "When"
* extension[when].value[x] only dateTime
* extension[when].value[x] 1..1
* extension[when].value[x] obeys time-of-day

Invariant: time-of-day
Description: "A contact has a time of day."
Severity: #error
Expression: "toString().length() > 10"
