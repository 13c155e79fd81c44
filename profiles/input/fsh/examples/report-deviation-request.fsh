Instance: report-deviation-request
InstanceOf: Parameters
Usage: #example
Title: "AdverseEvent/$report-deviation"
* insert Value("concerns", valueReference, [[Reference(digital-consultation-request-example)]])
* insert Value("unit", valueReference, [[Reference(vc-dalby)]])
* insert Value("text", valueString, [["Röntgensvaret som begäran hänvisar till saknades."]])
* insert Value("kind", valueCode, [[#incomplete]])
