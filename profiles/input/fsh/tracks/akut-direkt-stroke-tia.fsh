Instance: akut-direkt-stroke-tia
InstanceOf: SamsparTrackDefinition
Usage: #definition
Title: "Direktspår stroke/TIA"
Description: "Ambulance straight to the receiving function at suspected stroke or TIA."
* insert TrackHead(akut-direkt-stroke-tia, [["Direktspår stroke/TIA"]], [["Ambulance straight to the receiving function at suspected stroke or TIA."]], SamsparDirectTrackRequest)
* insert TrackRule(direct-track-condition)
* insert TrackCondition([[$icd-10-se#G45 "Övergående cerebrala ischemiska attacker (TIA) och besläktade syndrom"]])
* insert TrackCondition([[$icd-10-se#I61 "Hjärnblödning"]])
* insert TrackCondition([[$icd-10-se#I63 "Cerebral infarkt"]])
* insert TrackCondition([[$icd-10-se#I64 "Akut cerebrovaskulär sjukdom, ej specificerad som blödning eller infarkt"]])
* insert TrackOutcome(admission)
* insert TrackOutcome(other-track)
* insert TrackOutcome(no-further-need)
* insert TrackConversion(akut-remiss)
