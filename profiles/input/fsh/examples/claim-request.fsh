Instance: claim-request
InstanceOf: Parameters
Usage: #example
Title: "ServiceRequest/[id]/$claim"
