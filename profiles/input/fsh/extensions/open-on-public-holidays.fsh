Extension: SamsparOpenOnPublicHolidaysExtension
Id: open-on-public-holidays
Title: "Open on public holidays"
Description: "Whether the weekly hours hold on Swedish public holidays as well. False where absent."
Context: HealthcareService
* insert Conformance
* value[x] only boolean
* value[x] 1..1
