Instance: outpatient-case-example
InstanceOf: SamsparOutpatientCase
Usage: #example
* status = #active
* intent = #plan
* category = SamsparCarePlanTypeCS#outpatient-case "Öppenvårdsärende"
* subject = Reference(tolvan-tolvansson)
* created = "2025-02-03T08:30:00+01:00"
* period.start = "2025-02-03T08:30:00+01:00"
* author = Reference(kommun-lund-hemtjanst)
* contributor[+] = Reference(vc-dalby)
* contributor[+] = Reference(hospice-lund)
* contributor[+] = Reference(skola-lund)
* contributor[=].extension[wishedByPatient].valueBoolean = true
* description = "Yrsel och fall hemma"
* contained = mal-1
* goal.reference = "#mal-1"
* supportingInfo = Reference(care-consent-example)

Instance: mal-1
InstanceOf: Goal
Usage: #inline
* id = "mal-1"
* lifecycleStatus = #active
* description.text = "Bo kvar hemma"
* subject = Reference(tolvan-tolvansson)
