Instance: leave-pathway-request
InstanceOf: Parameters
Usage: #example
Title: "CarePlan/[id]/$leave-pathway"
* insert Value("reason", valueString, [["Utredningen visade ingen cancer."]])
