Instance: cancel-request
InstanceOf: Parameters
Usage: #example
Title: "ServiceRequest/[id]/$cancel"
* insert Value("reason", valueString, [["Patienten avböjer."]])
