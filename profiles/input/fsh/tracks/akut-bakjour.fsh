Instance: akut-bakjour
InstanceOf: SamsparTrackDefinition
Usage: #definition
Title: "Akut bakjourskoordinator"
Description: "Contact with the on-call coordinator of a clinic and hospital, by telephone first."
* insert TrackHead(akut-bakjour, [["Akut bakjourskoordinator"]], [["Contact with the on-call coordinator of a clinic and hospital, by telephone first."]], SamsparConsultationRequest)
* insert TrackAdvice
* insert TrackRule(on-call-contact-recorded)
* insert TrackContactOnDuty
* insert TrackOutcome(admission)
* insert TrackOutcomeWithFollowOn(visit-needed, akut-remiss)
* insert TrackOutcome(continue-in-primary-care)
* insert TrackOutcome(other-track)
* insert TrackOutcome(no-further-need)
* insert TrackConversion(akut-remiss)
* insert TrackConversion(subakut-konsult)
* insert TrackConversion(elektiv-remiss)
