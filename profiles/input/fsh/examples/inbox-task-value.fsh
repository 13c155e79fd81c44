Instance: inbox-task-value-example
InstanceOf: SamsparInboxTask
Usage: #example
* status = #requested
* intent = #order
* priority = #urgent
* code = SamsparWorkItemKindCS#value-outside-limits "Mätvärde utanför gränserna"
* focus = Reference(monitored-observation-example)
* for = Reference(tolvan-tolvansson)
* authoredOn = "2025-03-10T07:31:00+01:00"
* lastModified = "2025-03-10T07:31:00+01:00"
* requester = Reference(vc-dalby)
* owner = Reference(sus-ortopedi)
* restriction.period.end = "2025-03-11T23:59:59+01:00"
