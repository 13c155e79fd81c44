Instance: akut-remiss
InstanceOf: SamsparTrackDefinition
Usage: #definition
Title: "Akut remiss"
Description: "Referral to the emergency department."
* insert TrackHead(akut-remiss, [["Akut remiss"]], [["Referral to the emergency department."]], SamsparConsultationRequest)
* insert TrackOutcome(admission)
* insert TrackOutcomeWithFollowOn(visit-needed, elektiv-remiss)
* insert TrackOutcome(back-to-primary-care)
* insert TrackOutcome(other-track)
* insert TrackOutcome(no-further-need)
* insert TrackConversion(akut-bakjour)
* insert TrackConversion(subakut-konsult)
* insert TrackConversion(elektiv-remiss)
