Instance: respond-request
InstanceOf: Parameters
Usage: #example
Title: "Communication/[id]/$respond"
* insert Value("decision", valueCode, [[#request-supplement]])
* insert Value("text", valueString, [["Sedan när är hon yr, och vilka läkemedel tar hon?"]])
