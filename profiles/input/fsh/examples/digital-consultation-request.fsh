Instance: digital-consultation-request-example
InstanceOf: SamsparDigitalConsultationRequest
Usage: #example
* status = #active
* intent = #order
* category = SamsparTrackCS#digital-specialistkonsultation "Digital specialistkonsultation"
* priority = #routine
* subject = Reference(tolvan-tolvansson)
* authoredOn = "2025-02-03T09:15:00+01:00"
* requester = Reference(dalby-lakare-1-role)
* performer = Reference(sus-ortopedi)
* performerType = $hsa-verksamhetskod#1324 "Ortopedi"
* reasonCode.coding = $icd-10-se#M17.1 "Annan primär gonartros"
* reasonCode.text = "Tilltagande knäsmärta sedan ett år. Finns indikation för operation?"
* extension[workUp].valueMarkdown = "Artrosskola genomförd, paracetamol utan effekt. Slätröntgen visar måttlig artros medialt."
* extension[careResponsibilityRemains].valueBoolean = true
* occurrencePeriod.start = "2025-02-05T10:00:00+01:00"
* occurrencePeriod.end = "2025-02-05T10:30:00+01:00"
* extension[requestVersion].extension[number].valuePositiveInt = 1
* extension[requestVersion].extension[reason].valueCode = #NR
