Instance: primary-care-visit-example
InstanceOf: SamsparPrimaryCareVisit
Usage: #example
* status = #finished
* class = $v3-ActCode#AMB "ambulatory"
* type = SamsparContactTypeCS#mottagningsbesok "Mottagningsbesök"
* subject = Reference(tolvan-tolvansson)
* basedOn = Reference(digital-consultation-request-example)
* participant.individual = Reference(dalby-lakare-1-role)
* period.start = "2025-02-05T09:50:00+01:00"
* period.end = "2025-02-05T10:40:00+01:00"
* serviceProvider = Reference(vc-dalby)
