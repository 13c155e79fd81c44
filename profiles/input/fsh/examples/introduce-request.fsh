Instance: introduce-request
InstanceOf: Parameters
Usage: #example
Title: "PlanDefinition/[id]/$introduce"
* insert Value("region", valueReference.reference, [["Organization/region-skane"]])
* parameter[+].name = "patientGroup"
* parameter[=].part[+].name = "text"
* parameter[=].part[=].valueString = "Vuxna med välgrundad misstanke om tjock- eller ändtarmscancer"
* parameter[=].part[+].name = "size"
* parameter[=].part[=].valuePositiveInt = 1400
* insert Value("affected", valueString, [["Vårdcentralerna"]])
* insert Value("affected", valueString, [["Endoskopienheterna"]])
* insert Value("start", valueString, [["Direkttid för koloskopi bokas av vårdcentralen"]])
* insert Value("stop", valueString, [["Pappersremiss till endoskopienheten"]])
* insert Value("document", valueString, [["Rutin för välgrundad misstanke om cancer i primärvården"]])
* insert Value("indicator", valueCanonical, [["https://samspar.example/fhir/Measure/time-to-treatment"]])
* insert Value("goal", valueString, [["Alla vårdcentraler i regionen gör F-Hb samma dag."]])
* parameter[+].name = "action"
* parameter[=].part[+].name = "description"
* parameter[=].part[=].valueString = "Direkttider för koloskopi läggs upp"
* parameter[=].part[+].name = "responsible"
* parameter[=].part[=].valueReference.reference = "Organization/region-skane"
* parameter[=].part[+].name = "due"
* parameter[=].part[=].valueDate = "2025-06-30"
