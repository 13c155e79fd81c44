Instance: distance-consultation-procedure-example
InstanceOf: Procedure
Usage: #example
Title: "The distance code on the primary care visit"
* status = #completed
* code = $kva#XS004 "Distanskonsultation"
* subject = Reference(tolvan-tolvansson)
* encounter = Reference(primary-care-visit-example)
* performedPeriod.start = "2025-02-05T10:00:00+01:00"
* performedPeriod.end = "2025-02-05T10:30:00+01:00"
