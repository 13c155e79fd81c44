Profile: SamsparTrackService
Parent: HealthcareService
Id: track-service
Title: "Track service"
Description: "What a unit offers on a track: specialty, hours, contact, response time."
* insert Conformance
* providedBy 1..1
* providedBy only Reference(SamsparCareUnit)
* type 1..1
* type from SamsparTrackVS (required)
* specialty from SamsparSpecialtyVS (preferred)
* extension contains
    SamsparResponseTimeExtension named responseTime 0..1 and
    SamsparAcceptsRenewalsExtension named acceptsRenewals 0..1 and
    SamsparOpenOnPublicHolidaysExtension named openOnPublicHolidays 0..1
