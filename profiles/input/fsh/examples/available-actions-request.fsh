Instance: available-actions-request
InstanceOf: Parameters
Usage: #example
Title: "ServiceRequest/[id]/$available-actions"
