Extension: SamsparIndicatorUnitExtension
Id: indicator-unit
Title: "Unit of measure"
Description: "What the score of an indicator is counted in, as UCUM."
Context: Measure
* insert Conformance
* value[x] only Coding
* value[x] 1..1
* valueCoding.system 1..1
* valueCoding.system = "http://unitsofmeasure.org" (exactly)
* valueCoding.code 1..1
