Instance: communication-supplement-request
InstanceOf: Parameters
Usage: #example
Title: "Communication/[id]/$supplement"
* insert Value("text", valueString, [["Har också haft lågt blodtryck i höstas."]])
* insert Value("part", valueCode, [[#background]])
* insert AttachmentExample
