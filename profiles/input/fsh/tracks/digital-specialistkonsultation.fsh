Instance: digital-specialistkonsultation
InstanceOf: SamsparTrackDefinition
Usage: #definition
Title: "Digital specialistkonsultation"
Description: "Video meeting of three: patient and primary care physician at the health centre, specialist by video."
* insert TrackHead(digital-specialistkonsultation, [["Digital specialistkonsultation"]], [["Video meeting of three: patient and primary care physician at the health centre, specialist by video."]], SamsparDigitalConsultationRequest)
* insert TrackAdvice
* insert TrackRule(work-up-documented)
* insert TrackRule(three-parties)
* insert TrackRule(registrations-agree)
* insert TrackMeeting(video)
* insert TrackOutcome(continue-in-primary-care)
* insert TrackOutcomeWithFollowOn(visit-needed, elektiv-remiss)
* insert TrackOutcome(admission)
* insert TrackOutcome(other-track)
* insert TrackOutcome(more-work-up)
* insert TrackOutcome(back-to-primary-care)
* insert TrackOutcome(no-further-need)
* insert TrackConversion(subakut-konsult)
* insert TrackConversion(elektiv-remiss)
* insert TrackConversion(elektiv-mdk)
