Instance: subakut-konsult
InstanceOf: SamsparTrackDefinition
Usage: #definition
Title: "Subakut on-demand-konsult"
Description: "Consultation on demand: a pool of consultants of whom one claims the request."
* insert TrackHead(subakut-konsult, [["Subakut on-demand-konsult"]], [["Consultation on demand: a pool of consultants of whom one claims the request."]], SamsparConsultationRequest)
* insert TrackAdvice
* insert TrackRule(work-up-documented)
* insert TrackOutcome(continue-in-primary-care)
* insert TrackOutcomeWithFollowOn(visit-needed, elektiv-remiss)
* insert TrackOutcome(admission)
* insert TrackOutcome(other-track)
* insert TrackOutcome(more-work-up)
* insert TrackOutcome(no-further-need)
* insert TrackConversion(akut-bakjour)
* insert TrackConversion(digital-specialistkonsultation)
* insert TrackConversion(elektiv-remiss)
* insert TrackConversion(elektiv-mdk)
* insert TrackEscalation(akut-bakjour)
