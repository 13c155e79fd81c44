Instance: receive-request
InstanceOf: Parameters
Usage: #example
Title: "ServiceRequest/[id]/$receive"
