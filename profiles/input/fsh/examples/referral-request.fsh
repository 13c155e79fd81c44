Instance: referral-request-example
InstanceOf: SamsparReferralRequest
Usage: #example
* status = #active
* intent = #order
* category = SamsparTrackCS#elektiv-remiss "Konsultationsremiss"
* priority = #routine
* subject = Reference(tolvan-tolvansson)
* authoredOn = "2025-02-03T09:15:00+01:00"
* requester = Reference(dalby-lakare-1-role)
* performer = Reference(sus-ortopedi)
* performerType = $hsa-verksamhetskod#1324 "Ortopedi"
* reasonCode.coding = $icd-10-se#M17.1 "Annan primär gonartros"
* reasonCode.text = "Tacksam för ställningstagande till knäprotes."
* extension[workUp].valueMarkdown = "Artrosskola genomförd, paracetamol utan effekt. Slätröntgen visar måttlig artros medialt."
* extension[careResponsibilityRemains].valueBoolean = true
* extension[interpreterNeed].valueString = "Arabiska"
* extension[awarenessText].valueString = "Latexallergi"
* extension[desiredRecipient].valueString = "Den läkare som patienten träffade vid videomötet"
* extension[requestVersion].extension[number].valuePositiveInt = 1
* extension[requestVersion].extension[reason].valueCode = #NR
