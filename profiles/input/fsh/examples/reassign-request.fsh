Instance: reassign-request
InstanceOf: Parameters
Usage: #example
Title: "ServiceRequest/[id]/$reassign"
* insert Value("to", valueReference, [[Reference(sus-ortopedi-konsult-role)]])
