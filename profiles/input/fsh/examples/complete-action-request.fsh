Instance: complete-action-request
InstanceOf: Parameters
Usage: #example
Title: "PlanDefinition/[id]/$complete-action"
* insert Value("action", valueString, [["1"]])
* insert Value("done", valueDate, [["2025-06-12"]])
