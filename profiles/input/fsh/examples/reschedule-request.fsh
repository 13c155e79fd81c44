Instance: reschedule-request
InstanceOf: Parameters
Usage: #example
Title: "Appointment/[id]/$reschedule"
* insert Value("slot", valueReference, [[Reference(sus-ortopedi-mdk-slot)]])
