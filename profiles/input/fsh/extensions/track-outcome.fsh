Extension: SamsparTrackOutcomeExtension
Id: track-outcome
Title: "Track outcome"
Description: "An outcome that a final answer may have, and the track of the request that follows from it."
Context: ActivityDefinition
* insert Conformance
* extension contains
    outcome 1..1 and
    followOn 0..1
* extension[outcome].value[x] only code
* extension[outcome].value[x] 1..1
* extension[outcome].value[x] from SamsparConsultationOutcomeVS (required)
* extension[followOn].value[x] only code
* extension[followOn].value[x] 1..1
* extension[followOn].value[x] from SamsparTrackVS (required)
