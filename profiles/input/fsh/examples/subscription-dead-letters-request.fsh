Instance: subscription-dead-letters-request
InstanceOf: Parameters
Usage: #example
Title: "Subscription/$dead-letters"
