Instance: utremittering
InstanceOf: SamsparTrackDefinition
Usage: #definition
Title: "Utremittering"
Description: "A patient comes back to primary care; the sender keeps the responsibility until the receiver accepts."
* insert TrackHead(utremittering, [["Utremittering"]], [["A patient comes back to primary care; the sender keeps the responsibility until the receiver accepts."]], SamsparReturnRequest)
* insert TrackRule(work-up-documented)
* insert TrackRule(return-complete)
* insert TrackCareCommitment
* insert TrackHandsBack
* insert TrackMeeting(visit)
* insert TrackOutcome(continue-in-primary-care)
* insert TrackOutcome(other-track)
* insert TrackOutcome(no-further-need)
* insert TrackConversion(tillganglig-primarvard)
