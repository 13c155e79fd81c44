Instance: invite-request
InstanceOf: Parameters
Usage: #example
Title: "CarePlan/[id]/$invite"
* insert Value("party", valueReference, [[Reference(skola-lund)]])
* insert Value("wishedByPatient", valueBoolean, [[true]])
