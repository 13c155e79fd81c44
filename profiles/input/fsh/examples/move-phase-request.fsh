Instance: move-phase-request
InstanceOf: Parameters
Usage: #example
Title: "CarePlan/[id]/$move-phase"
* insert Value("phase", valueCode, [[#treatment]])
