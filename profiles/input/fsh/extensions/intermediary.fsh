Extension: SamsparIntermediaryExtension
Id: intermediary
Title: "Intermediary"
Description: "A unit that has had the request and forwarded it. Set by the server."
Context: ServiceRequest
* insert Conformance
* extension contains
    unit 1..1 and
    time 1..1 and
    reason 0..1
* extension[unit].value[x] only Reference(SamsparCareUnit)
* extension[unit].value[x] 1..1
* extension[time] ^short = "When it forwarded the request"
* extension[time].value[x] only dateTime
* extension[time].value[x] 1..1
* extension[reason].value[x] only string
* extension[reason].value[x] 1..1
