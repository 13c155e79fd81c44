Instance: start-sip-request
InstanceOf: Parameters
Usage: #example
Title: "CarePlan/[id]/$start-sip"
* insert Value("reason", valueString, "Både region och kommun har insatser kvar.")
* insert Value("text", valueString, "Trygghet hemma efter fall")
