Extension: SamsparPhaseTimeExtension
Id: phase-time
Title: "Phase time"
Description: "When a phase of the pathway that the patient has come to began and ended, and by when it is to be over. The one without an end goes on; when it is past dueBy, it is late."
Context: CarePlan
* insert Conformance
* extension contains
    phase 1..1 and
    started 1..1 and
    ended 0..1 and
    dueBy 0..1
* extension[phase].value[x] only code
* extension[phase].value[x] 1..1
* extension[phase].value[x] from SamsparPathwayPhaseVS (required)
* extension[started].value[x] only dateTime
* extension[started].value[x] 1..1
* extension[ended].value[x] only dateTime
* extension[ended].value[x] 1..1
* extension[dueBy] ^short = "The phase's expected end, or the lead time of a later phase where that comes first"
* extension[dueBy].value[x] only dateTime
* extension[dueBy].value[x] 1..1
