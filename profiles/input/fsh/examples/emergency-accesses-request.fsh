Instance: emergency-accesses-request
InstanceOf: Parameters
Usage: #example
Title: "Patient/$emergency-accesses"
* insert Value("unit", valueString, [["Organization/sus-akut-internmedicin"]])
* insert Value("start", valueDateTime, [["2025-02-01"]])
* insert Value("end", valueDateTime, [["2025-03-01"]])
