Instance: inbox-task-supplement-example
InstanceOf: SamsparInboxTask
Usage: #example
Title: "The requester is asked for a supplement"
* status = #requested
* intent = #order
* code = SamsparTrackCS#digital-specialistkonsultation "Digital specialistkonsultation"
* reasonCode = SamsparTriageDecisionCS#request-supplement "Komplettering begärd"
* focus = Reference(digital-consultation-request-example)
* for = Reference(tolvan-tolvansson)
* authoredOn = "2025-02-03T13:40:00+01:00"
* requester = Reference(sus-ortopedi)
* owner = Reference(vc-dalby)
* partOf = Reference(inbox-task-example)
* restriction.period.end = "2025-02-05T16:00:00+01:00"
