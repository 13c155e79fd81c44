Instance: inbox-task-deviation-example
InstanceOf: SamsparInboxTask
Usage: #example
* status = #requested
* intent = #order
* priority = #routine
* code = SamsparWorkItemKindCS#deviation "Avvikelse"
* focus = Reference(deviation-example)
* for = Reference(tolvan-tolvansson)
* authoredOn = "2025-02-04T08:10:00+01:00"
* lastModified = "2025-02-04T08:10:00+01:00"
* requester = Reference(sus-ortopedi)
* owner = Reference(vc-dalby)
* restriction.period.end = "2025-02-18T23:59:59+01:00"
