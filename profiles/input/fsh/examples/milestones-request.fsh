Instance: milestones-request
InstanceOf: Parameters
Usage: #example
Title: "ServiceRequest/[id]/$milestones"
