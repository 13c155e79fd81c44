Instance: elektiv-svf
InstanceOf: SamsparTrackDefinition
Usage: #definition
Title: "Standardiserat vårdförlopp"
Description: "Standardised cancer pathway, begun at a well-founded suspicion."
* insert TrackHead(elektiv-svf, [["Standardiserat vårdförlopp"]], [["Standardised cancer pathway, begun at a well-founded suspicion."]], SamsparSvfRequest)
* insert TrackRule(work-up-documented)
* insert TrackRule(svf-suspicion-documented)
* insert TrackCareCommitment
* insert TrackMeeting(visit)
* insert TrackOutcomeWithFollowOn(visit-needed, elektiv-remiss)
* insert TrackOutcome(admission)
* insert TrackOutcome(other-track)
* insert TrackOutcome(more-work-up)
* insert TrackOutcomeThatEndsCommitment(back-to-primary-care)
* insert TrackOutcomeThatEndsCommitment(no-further-need)
* insert TrackConversion(elektiv-remiss)
* insert TrackConversion(elektiv-mdk)
