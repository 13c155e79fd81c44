Profile: SamsparVideoMeeting
Parent: Appointment
Id: video-meeting
Title: "Video meeting"
Description: "The booked meeting of a consultation."
* insert Conformance
* basedOn only Reference(SamsparConsultationRequest)
* slot 0..1
* slot only Reference(SamsparServiceSlot)
* participant.actor only Reference(SamsparPatient or SamsparPractitionerRole or SamsparTrackService or Location or RelatedPerson)
* extension contains SamsparVideoLinkExtension named videoLink 0..1
* obeys time-forward
