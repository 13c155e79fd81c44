Instance: sign-up-request
InstanceOf: Parameters
Usage: #example
Title: "Appointment/[id]/$sign-up"
* insert Value("request", valueReference, [[Reference(conference-request-example)]])
