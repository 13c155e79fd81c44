Instance: pathway-regional-example
InstanceOf: SamsparPathway
Usage: #example
Title: "The same pathway, introduced in a region"
* url = "https://samspar.example/fhir/PlanDefinition/svf-tjock-och-andtarmscancer-region-skane"
* version = "1.0-1"
* status = #active
* publisher = "Region Skåne"
* insert ColorectalPathway
* relatedArtifact[+].type = #derived-from
* relatedArtifact[=].resource = "https://samspar.example/fhir/PlanDefinition/svf-tjock-och-andtarmscancer|1.0"
* goal[+].description.text = "Alla vårdcentraler i regionen gör F-Hb samma dag."
* extension[state].valueCode = #introduced
* insert PathwayStep(#introduced, "2025-02-03T09:00:00.000+01:00", "SE2321000255-DEMO-REGION-SKANE-1")
* extension[region].valueReference = Reference(region-skane)
* extension[analysis].extension[patientGroup].valueString = "Vuxna med välgrundad misstanke om tjock- eller ändtarmscancer"
* extension[analysis].extension[size].valuePositiveInt = 1400
* extension[analysis].extension[affected][+].valueString = "Vårdcentralerna"
* extension[analysis].extension[affected][+].valueString = "Endoskopienheterna"
* extension[analysis].extension[start].valueString = "Direkttid för koloskopi bokas av vårdcentralen"
* extension[analysis].extension[stop].valueString = "Pappersremiss till endoskopienheten"
* extension[analysis].extension[document].valueString = "Rutin för välgrundad misstanke om cancer i primärvården"
* extension[analysis].extension[indicator].valueCanonical = "https://samspar.example/fhir/Measure/time-to-treatment"
* extension[introductionAction][+].extension[id].valueString = "1"
* extension[introductionAction][=].extension[description].valueString = "Snabbtest för F-Hb till alla vårdcentraler"
* extension[introductionAction][=].extension[responsible].valueReference = Reference(region-skane)
* extension[introductionAction][=].extension[due].valueDate = "2025-03-31"
* extension[introductionAction][=].extension[done].valueDate = "2025-03-14"
* extension[introductionAction][+].extension[id].valueString = "2"
* extension[introductionAction][=].extension[description].valueString = "Direkttider för koloskopi läggs upp"
* extension[introductionAction][=].extension[responsible].valueReference = Reference(region-skane)
* extension[introductionAction][=].extension[due].valueDate = "2025-06-30"
