Instance: observation-acknowledge-request
InstanceOf: Parameters
Usage: #example
Title: "Observation/[id]/$acknowledge"
