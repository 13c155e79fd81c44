Instance: deviation-example
InstanceOf: SamsparDeviation
Usage: #example
* category = SamsparDeviationStepCS#request "Begäran"
* event = SamsparDeviationKindCS#incomplete "Ofullständigt"
* event.text = "Röntgensvaret som begäran hänvisar till saknades."
* subject = Reference(tolvan-tolvansson)
* recordedDate = "2025-02-04T08:10:00+01:00"
* extension[failedStep].valueReference = Reference(digital-consultation-request-example)
* extension[concernedUnit].valueReference = Reference(vc-dalby)
* extension[reportingUnit].valueReference = Reference(sus-ortopedi)
* extension[answer].extension[text].valueString = "Svaret hade inte kommit när begäran skickades."
* extension[answer].extension[measure].valueString = "Begäran skickas först när svaret finns."
* extension[answer].extension[who].valueIdentifier.system = $hsa-id
* extension[answer].extension[who].valueIdentifier.value = "SE2321000255-DEMO-VC-DALBY-LAKARE-1"
* extension[answer].extension[when].valueInstant = "2025-02-06T14:30:00.000+01:00"
