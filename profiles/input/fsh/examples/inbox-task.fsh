Instance: inbox-task-example
InstanceOf: SamsparInboxTask
Usage: #example
* status = #accepted
* businessStatus = SamsparTriageDecisionCS#accept "Accepterad"
* intent = #order
* priority = #routine
* code = SamsparTrackCS#digital-specialistkonsultation "Digital specialistkonsultation"
* focus = Reference(digital-consultation-request-example)
* for = Reference(tolvan-tolvansson)
* authoredOn = "2025-02-03T09:15:00+01:00"
* lastModified = "2025-02-03T13:40:00+01:00"
* requester = Reference(vc-dalby)
* owner = Reference(sus-ortopedi)
* restriction.period.end = "2025-02-05T16:00:00+01:00"
