Instance: subscription-replay-request
InstanceOf: Parameters
Usage: #example
Title: "Subscription/$replay"
