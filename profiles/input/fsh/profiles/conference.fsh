Profile: SamsparConference
Parent: Appointment
Id: conference
Title: "Conference"
Description: "A conference of several specialties. Every unit reads when it is and who takes part, so it holds nothing about patients: the requests that name it are its agenda. The unit whose slot it has runs it."
* insert Conformance
* serviceType 1..1
* serviceType from SamsparTrackVS (required)
* serviceType ^short = "A track whose requests are taken up at a conference (track-meeting)"
* specialty 2..*
* specialty from SamsparSpecialtyVS (preferred)
* start 1..1
* end 1..1
* slot 1..1
* slot only Reference(SamsparServiceSlot)
* participant.actor 1..1
* participant.actor.reference 1..1
* participant.actor.identifier 0..0
* participant.actor only Reference(SamsparPractitionerRole or SamsparTrackService or Location)
* extension contains SamsparVideoLinkExtension named videoLink 0..1
* extension[videoLink] ^short = "Shown to those only who take part or have a case there"
* basedOn 0..0
* reasonCode 0..0
* reasonReference 0..0
* supportingInformation 0..0
* comment 0..0
* patientInstruction 0..0
* text 0..0
* contained 0..0
* extension ^slicing.rules = #closed
* obeys time-forward
