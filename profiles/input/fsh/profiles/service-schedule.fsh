Profile: SamsparServiceSchedule
Parent: Schedule
Id: service-schedule
Title: "Service schedule"
Description: "The times that a unit gives for one of its services, its conferences among them. Every unit reads it."
* insert Conformance
* actor 1..1
* actor only Reference(SamsparTrackService)
* comment 0..0
* text 0..0
* contained 0..0
* extension 0..0
