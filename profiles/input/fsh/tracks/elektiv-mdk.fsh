Instance: elektiv-mdk
InstanceOf: SamsparTrackDefinition
Usage: #definition
Title: "Multidisciplinär konferens"
Description: "A case that several specialties discuss at a conference, which gives a recommendation."
* insert TrackHead(elektiv-mdk, [["Multidisciplinär konferens"]], [["A case that several specialties discuss at a conference, which gives a recommendation."]], SamsparConferenceRequest)
* insert TrackAdvice
* insert TrackRule(work-up-documented)
* insert TrackRule(conference-complete)
* insert TrackMeeting(conference)
* insert TrackOutcome(continue-in-primary-care)
* insert TrackOutcomeWithFollowOn(visit-needed, elektiv-remiss)
* insert TrackOutcome(admission)
* insert TrackOutcome(other-track)
* insert TrackOutcome(more-work-up)
* insert TrackOutcome(back-to-primary-care)
* insert TrackOutcome(no-further-need)
* insert TrackConversion(elektiv-remiss)
* insert TrackConversion(elektiv-svf)
* insert TrackConversion(digital-specialistkonsultation)
