Instance: follow-up-report-request
InstanceOf: Parameters
Usage: #example
Title: "MeasureReport/$follow-up-report"
* insert Value("period", valueString, "2026-10")
* insert Value("reporter", valueString, [["Organization/vc-dalby"]])
* insert Value("format", valueCode, #csv)
