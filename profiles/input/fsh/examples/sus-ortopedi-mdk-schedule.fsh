Instance: sus-ortopedi-mdk-schedule
InstanceOf: SamsparServiceSchedule
Usage: #example
* id = "sus-ortopedi-mdk"
* active = true
* actor.reference = "HealthcareService/sus-ortopedi-mdk"
* planningHorizon.start = "2025-01-01"
* planningHorizon.end = "2025-06-30"
