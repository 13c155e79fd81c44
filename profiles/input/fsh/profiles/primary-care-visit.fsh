Profile: SamsparPrimaryCareVisit
Parent: Encounter
Id: primary-care-visit
Title: "Primary care visit"
Description: "A clinic visit (mottagningsbesök): the patient is there. In a digital specialist consultation it is the visit at the health centre."
* insert Conformance
* obeys visit-period
* class = $v3-ActCode#AMB
* type 1..1
* type = SamsparContactTypeCS#mottagningsbesok
* subject 1..1
* subject only Reference(SamsparPatient)
* basedOn only Reference(SamsparConsultationRequest)
* serviceProvider 1..1
* serviceProvider only Reference(SamsparCareUnit)
* extension contains SamsparRegistrationCompletedExtension named completed 0..1
* extension[completed] ^short = "When it was finished first; set by the server"

Invariant: visit-period
Description: "A visit that has begun has a period with a start."
Severity: #error
Expression: "status = 'planned' or status = 'cancelled' or status = 'entered-in-error' or period.start.exists()"
