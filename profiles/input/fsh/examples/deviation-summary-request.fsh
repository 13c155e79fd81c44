Instance: deviation-summary-request
InstanceOf: Parameters
Usage: #example
Title: "AdverseEvent/$deviation-summary"
* insert Value("unit", valueString, [["Organization/vc-dalby"]])
* insert Value("start", valueDateTime, [["2025-01-01"]])
* insert Value("end", valueDateTime, [["2025-03-31"]])
