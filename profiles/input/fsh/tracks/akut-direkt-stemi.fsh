Instance: akut-direkt-stemi
InstanceOf: SamsparTrackDefinition
Usage: #definition
Title: "Direktspår STEMI"
Description: "Ambulance straight to the receiving function at acute ST-elevation infarction."
* insert TrackHead(akut-direkt-stemi, [["Direktspår STEMI"]], [["Ambulance straight to the receiving function at acute ST-elevation infarction."]], SamsparDirectTrackRequest)
* insert TrackRule(direct-track-condition)
* insert TrackCondition([[$icd-10-se#I21 "Akut hjärtinfarkt"]])
* insert TrackOutcome(admission)
* insert TrackOutcome(other-track)
* insert TrackOutcome(no-further-need)
* insert TrackConversion(akut-remiss)
