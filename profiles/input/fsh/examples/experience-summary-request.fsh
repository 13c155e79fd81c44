Instance: experience-summary-request
InstanceOf: Parameters
Usage: #example
Title: "QuestionnaireResponse/$experience-summary"
* insert Value("unit", valueString, [["Organization/vc-dalby"]])
* insert Value("start", valueDateTime, [["2025-01-01"]])
* insert Value("end", valueDateTime, [["2025-06-30"]])
