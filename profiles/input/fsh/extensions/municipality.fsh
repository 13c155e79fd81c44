Extension: SamsparMunicipalityExtension
Id: municipality
Title: "Municipality (hemkommun)"
Description: "The municipality in which the patient is registered as resident."
Context: Patient
* insert Conformance
* value[x] only Coding
* value[x] 1..1
* valueCoding.system 1..1
* valueCoding.system = $kommun (exactly)
* valueCoding.code 1..1
* valueCoding.code obeys municipality-code

Invariant: municipality-code
Description: "A municipality code has four digits: those of the county and two more."
Severity: #error
Expression: "matches('^[0-9]{4}$')"
