Instance: monitored-observation-example
InstanceOf: SamsparMonitoredObservation
Usage: #example
Title: "A temperature above the limit of the plan"
* identifier.system = "https://app.example/values"
* identifier.value = "4711"
* status = #final
* category = http://terminology.hl7.org/CodeSystem/observation-category#vital-signs
* code = $loinc#8310-5 "Body temperature"
* subject = Reference(tolvan-tolvansson)
* basedOn = Reference(pathway-plan-example)
* effectiveDateTime = "2025-03-10T07:30:00+01:00"
* performer = Reference(tolvan-tolvansson)
* valueQuantity = 38.7 'Cel'
