Instance: evaluate-measure-request
InstanceOf: Parameters
Usage: #example
Title: "Measure/$evaluate-measure"
* insert Value("periodStart", valueDate, "2025-01-01")
* insert Value("periodEnd", valueDate, "2025-04-30")
* insert Value("reporter", valueString, [["Organization/vc-dalby"]])
* insert Value("reportType", valueCode, #population)
