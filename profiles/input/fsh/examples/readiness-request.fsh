Instance: readiness-request
InstanceOf: Parameters
Usage: #example
Title: "PlanDefinition/[id]/$readiness"
