Extension: SamsparMonitoringExtension
Id: monitoring
Title: "Monitoring (egenmonitorering)"
Description: "A value that an activity asks for, and between which limits it is expected. A pathway says it for all; the unit responsible for a patient's started pathway changes it for the patient."
Context: PlanDefinition.action, CarePlan.activity.detail
* insert Conformance
* extension contains
    code 1..1 and
    unit 1..1 and
    low 0..1 and
    high 0..1 and
    every 0..1
* obeys monitoring-limits
* extension[code] ^short = "What is measured: LOINC, or a code of the unit's own"
* extension[code].value[x] only Coding
* extension[code].value[x] 1..1
* extension[unit] ^short = "Unit of measure (UCUM), also of the limits"
* extension[unit].value[x] only code
* extension[unit].value[x] 1..1
* extension[low] ^short = "Lower than this is outside"
* extension[low].value[x] only decimal
* extension[low].value[x] 1..1
* extension[high] ^short = "Higher than this is outside"
* extension[high].value[x] only decimal
* extension[high].value[x] 1..1
* extension[every] ^short = "How often: one value at least in so long"
* extension[every].value[x] only Duration
* extension[every].value[x] 1..1

Invariant: monitoring-limits
Description: "What is asked for has a code with its system, and a limit: low, high or both, the low one not above the high one."
Severity: #error
Expression: "extension.where(url = 'code').value.all(system.exists() and code.exists()) and extension.where(url = 'low' or url = 'high').exists() and (extension.where(url = 'low').exists() and extension.where(url = 'high').exists() implies extension.where(url = 'low').value <= extension.where(url = 'high').value)"
