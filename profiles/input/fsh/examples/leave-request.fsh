Instance: leave-request
InstanceOf: Parameters
Usage: #example
Title: "CarePlan/[id]/$leave"
* insert Value("party", valueReference, [[Reference(vc-dalby)]])
