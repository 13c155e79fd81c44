Extension: SamsparSvfSuspicionExtension
Id: svf-suspicion
Title: "SVF suspicion"
Description: "The well-founded suspicion of cancer that a standardised pathway starts from."
Context: ServiceRequest
* insert Conformance
* extension contains
    pathway 0..1 and
    date 0..1
* extension[pathway] ^short = "The standardised pathway"
* extension[pathway].value[x] only Coding or string
* extension[pathway].value[x] 1..1
* extension[date] ^short = "When the suspicion became well-founded"
* extension[date].value[x] only date
* extension[date].value[x] 1..1
* extension[date].value[x] obeys full-day

Invariant: full-day
Description: "The lead times count from a day: year, month and day."
Severity: #error
Expression: "toString().length() = 10"
