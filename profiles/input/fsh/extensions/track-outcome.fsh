Extension: SamsparTrackOutcomeExtension
Id: track-outcome
Title: "Track outcome"
Description: "An outcome that a final answer may have, the track of the request that follows from it, and whether it leaves the receiver nothing to do, so that the receiver's care commitment ends."
Context: ActivityDefinition
* insert Conformance
* extension contains
    outcome 1..1 and
    followOn 0..1 and
    endsCommitment 0..1
* extension[outcome].value[x] only code
* extension[outcome].value[x] 1..1
* extension[outcome].value[x] from SamsparConsultationOutcomeVS (required)
* extension[followOn].value[x] only code
* extension[followOn].value[x] 1..1
* extension[followOn].value[x] from SamsparTrackVS (required)
* extension[endsCommitment].value[x] only boolean
* extension[endsCommitment].value[x] 1..1
