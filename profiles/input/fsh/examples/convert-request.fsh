Instance: convert-request
InstanceOf: Parameters
Usage: #example
Title: "ServiceRequest/[id]/$convert"
* insert Value("track", valueCode, [[#digital-specialistkonsultation]])
* insert Value("to", valueReference, [[Reference(sus-ortopedi-digital-specialistkonsultation)]])
* insert Value("reason", valueString, [["Frågan kan besvaras vid ett videomöte med patienten."]])
