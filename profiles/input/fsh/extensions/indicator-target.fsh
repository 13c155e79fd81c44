Extension: SamsparIndicatorTargetExtension
Id: indicator-target
Title: "Target"
Description: "Where development is to go: the value, and when it is to hold."
Context: Measure
* insert Conformance
* extension contains
    value 1..1 and
    period 1..1
* extension[value].value[x] only Quantity
* extension[value].value[x] 1..1
* extension[period].value[x] only Period
* extension[period].value[x] 1..1
