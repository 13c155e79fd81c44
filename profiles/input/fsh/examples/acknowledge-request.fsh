Instance: acknowledge-request
InstanceOf: Parameters
Usage: #example
Title: "Communication/[id]/$acknowledge"
