Profile: SamsparCaseMeeting
Parent: Appointment
Id: case-meeting
Title: "Case meeting (möte i ärendet)"
Description: "A meeting of the parties of a case with the person, at places, by video, or both. Who is invited answers with the status of its own participants; who came is recorded afterwards."
* insert Conformance
* implicitRules 0..0
* modifierExtension 0..0
* supportingInformation 1..*
* supportingInformation ^short = "The case"
* basedOn 0..0
* slot 0..0
* start 1..1
* end 1..1
* participant.actor 1..1
* participant.actor only Reference(SamsparPatient or SamsparPractitionerRole or SamsparTrackService or Location or RelatedPerson)
* participant.actor ^short = "The person, staff of the parties, places"
* participant.extension contains SamsparAttendedExtension named attended 0..1
* extension contains SamsparVideoLinkExtension named videoLink 0..1
* obeys time-forward and meeting-somewhere

Invariant: meeting-somewhere
Description: "A meeting has a place or a video link, or both."
Severity: #error
Expression: "extension.where(url.endsWith('/StructureDefinition/video-link')).exists() or participant.actor.reference.where(matches('(^|/)Location/')).exists()"
