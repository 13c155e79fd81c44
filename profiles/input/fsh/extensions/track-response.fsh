Extension: SamsparTrackResponseExtension
Id: track-response
Title: "Track response"
Description: "A priority that the track allows and the time to a first response at it, instead of those in CodeSystem/track."
Context: ActivityDefinition
* insert Conformance
* extension contains
    priority 1..1 and
    time 0..1 and
    calendar 0..1
* extension[priority].value[x] only code
* extension[priority].value[x] 1..1
* extension[priority].value[x] from http://hl7.org/fhir/ValueSet/request-priority (required)
* extension[time] ^short = "As an ISO 8601 duration; the default of the track where absent"
* extension[time].value[x] only string
* extension[time].value[x] 1..1
* extension[calendar] ^short = "How the time runs: elapsed, opening-hours or working-days"
* extension[calendar].value[x] only code
* extension[calendar].value[x] 1..1
