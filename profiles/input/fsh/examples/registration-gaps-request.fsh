Instance: registration-gaps-request
InstanceOf: Parameters
Usage: #example
Title: "Encounter/$registration-gaps"
* insert Value("unit", valueString, [["Organization/sus-ortopedi"]])
* insert Value("start", valueDateTime, [["2025-02-01"]])
* insert Value("end", valueDateTime, [["2025-02-28"]])
