Instance: elektiv-remiss
InstanceOf: SamsparTrackDefinition
Usage: #definition
Title: "Konsultationsremiss"
Description: "The ordinary consultation referral, with the content of the national contract."
* insert TrackHead(elektiv-remiss, [["Konsultationsremiss"]], [["The ordinary consultation referral, with the content of the national contract."]], SamsparReferralRequest)
* insert TrackRule(work-up-documented)
* insert TrackRule(care-responsibility-stated)
* insert TrackCareCommitment
* insert TrackMeeting(visit)
* insert TrackOutcomeThatEndsCommitment(continue-in-primary-care)
* insert TrackOutcomeWithFollowOn(visit-needed, elektiv-remiss)
* insert TrackOutcome(admission)
* insert TrackOutcome(other-track)
* insert TrackOutcome(more-work-up)
* insert TrackOutcomeThatEndsCommitment(back-to-primary-care)
* insert TrackOutcomeThatEndsCommitment(no-further-need)
* insert TrackConversion(akut-remiss)
* insert TrackConversion(subakut-konsult)
* insert TrackConversion(digital-specialistkonsultation)
* insert TrackConversion(elektiv-svf)
* insert TrackConversion(elektiv-mdk)
