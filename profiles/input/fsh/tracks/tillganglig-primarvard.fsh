Instance: tillganglig-primarvard
InstanceOf: SamsparTrackDefinition
Usage: #definition
Title: "Tillgänglig primärvård"
Description: "The specialised side, the municipality or the ambulance reaches a physician or nurse of a health centre."
* insert TrackHead(tillganglig-primarvard, [["Tillgänglig primärvård"]], [["The specialised side, the municipality or the ambulance reaches a physician or nurse of a health centre."]], SamsparConsultationRequest)
* insert TrackAdvice
* insert TrackRule(work-up-documented)
* insert TrackMeeting(visit)
* insert TrackOutcome(continue-in-primary-care)
* insert TrackOutcome(other-track)
* insert TrackOutcome(more-work-up)
* insert TrackOutcome(no-further-need)
* insert TrackConversion(elektiv-remiss)
* insert TrackConversion(utremittering)
