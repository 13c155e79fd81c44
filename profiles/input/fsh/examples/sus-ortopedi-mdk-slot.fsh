Instance: sus-ortopedi-mdk-slot
InstanceOf: SamsparServiceSlot
Usage: #example
* id = "sus-ortopedi-mdk-1"
* schedule = Reference(sus-ortopedi-mdk-schedule)
* status = #busy
* start = "2025-02-12T08:00:00+01:00"
* end = "2025-02-12T09:00:00+01:00"
