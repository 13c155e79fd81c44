Profile: SamsparIndicator
Parent: Measure
Id: indicator
Title: "Indicator"
Description: "What is followed up: what is counted, in which unit, which way is better, from which baseline to which target, and by what it is divided."
* insert Conformance
* url 1..1
* name 1..1
* title 1..1
* description 1..1
* topic 1..1
* topic from SamsparIndicatorVS (required)
* topic ^short = "The code by which the server counts"
* scoring 1..1
* scoring.coding 1..*
* improvementNotation 1..1
* improvementNotation ^short = "Which way is better"
* group 1..1
* group.population 1..*
* group.population.code 1..1
* group.stratifier.code 1..1
* group.stratifier.code from SamsparIndicatorStratifierVS (required)
* extension contains
    SamsparIndicatorUnitExtension named unit 1..1 and
    SamsparIndicatorBaselineExtension named baseline 0..1 and
    SamsparIndicatorTargetExtension named target 0..1
* obeys aims-in-its-unit

Invariant: aims-in-its-unit
Description: "Baseline and target are in the unit of measure of the indicator."
Severity: #error
Expression: "extension.where(url.endsWith('/indicator-baseline') or url.endsWith('/indicator-target')).extension.where(url = 'value').value.all(system = 'http://unitsofmeasure.org' and code = %resource.extension.where(url.endsWith('/indicator-unit')).value.code)"
