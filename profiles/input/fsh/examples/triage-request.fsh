Instance: triage-request
InstanceOf: Parameters
Usage: #example
Title: "ServiceRequest/[id]/$triage"
* insert Value("decision", valueCode, [[#accept]])
* insert Value("plannedTime", valueDateTime, [["2025-02-05T10:00:00+01:00"]])
