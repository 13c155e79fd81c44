Instance: close-request
InstanceOf: Parameters
Usage: #example
Title: "CarePlan/[id]/$close"
* insert Value("reason", valueCode, [[#coordinated]])
* insert Value("text", valueString, [["Blodtrycket är stabilt, hemtjänsten fortsätter som förut."]])
* insert Value("sipDeclined", valueBoolean, [[true]])
* insert JustificationExample(#nothing-unanswered, "Rehabiliteringen är uppringd och behöver inte svara.", "Rehab Lund")
