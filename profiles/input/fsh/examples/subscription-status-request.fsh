Instance: subscription-status-request
InstanceOf: Parameters
Usage: #example
Title: "Subscription/$status"
