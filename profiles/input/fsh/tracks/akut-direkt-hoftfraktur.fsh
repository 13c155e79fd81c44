Instance: akut-direkt-hoftfraktur
InstanceOf: SamsparTrackDefinition
Usage: #definition
Title: "Direktspår höftfraktur"
Description: "Ambulance straight to the receiving function at suspected hip fracture."
* insert TrackHead(akut-direkt-hoftfraktur, [["Direktspår höftfraktur"]], [["Ambulance straight to the receiving function at suspected hip fracture."]], SamsparDirectTrackRequest)
* insert TrackRule(direct-track-condition)
* insert TrackCondition([[$icd-10-se#S72 "Fraktur på lårben"]])
* insert TrackOutcome(admission)
* insert TrackOutcome(other-track)
* insert TrackOutcome(no-further-need)
* insert TrackConversion(akut-remiss)
