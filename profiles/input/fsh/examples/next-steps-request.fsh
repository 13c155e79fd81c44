Instance: next-steps-request
InstanceOf: Parameters
Usage: #example
Title: "Patient/[id]/$next-steps"
