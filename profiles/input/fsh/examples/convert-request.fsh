Instance: convert-request
InstanceOf: Parameters
Usage: #example
Title: "ServiceRequest/[id]/$convert"
* insert Value("track", valueCode, [[#elektiv-remiss]])
* insert Value("to", valueReference, [[Reference(sus-ortopedi-digital-specialistkonsultation)]])
* insert Value("reason", valueString, [["Patienten behöver bedömas på mottagningen."]])
