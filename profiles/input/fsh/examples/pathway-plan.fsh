Instance: pathway-plan-example
InstanceOf: SamsparPathwayPlan
Usage: #example
* status = #active
* intent = #plan
* category = SamsparCarePlanTypeCS#pathway-plan "Påbörjat vårdförlopp"
* title = "Standardiserat vårdförlopp för tjock- och ändtarmscancer"
* instantiatesCanonical = "https://samspar.example/fhir/PlanDefinition/svf-tjock-och-andtarmscancer-region-skane|1.0-1"
* subject = Reference(tolvan-tolvansson)
* created = "2025-02-05T10:00:00+01:00"
* period.start = "2025-02-05T10:00:00+01:00"
* author = Reference(sus-ortopedi)
* extension[entryPhase].valueCode = #investigation
* insert PhaseTimeExample(#early-detection, "2025-02-03T00:00:00+01:00")
* extension[phaseTime][=].extension[ended].valueDateTime = "2025-02-05T10:00:00+01:00"
* insert PhaseTimeExample(#investigation, "2025-02-05T10:00:00+01:00")
* extension[phaseTime][=].extension[dueBy].valueDateTime = "2025-02-25T10:00:00+01:00"
* insert PathwayActivity(#investigation "Utredning", "Koloskopi med biopsi", #completed)
* activity[=].detail.scheduledPeriod.start = "2025-02-05T10:00:00+01:00"
* activity[=].detail.scheduledPeriod.end = "2025-02-25T10:00:00+01:00"
* insert PathwayActivity(#treatment "Behandling", "Operation eller onkologisk behandling", #not-started)
* activity[=].detail.extension[monitoring].extension[code].valueCoding = $loinc#8310-5 "Body temperature"
* activity[=].detail.extension[monitoring].extension[unit].valueCode = #Cel
* activity[=].detail.extension[monitoring].extension[high].valueDecimal = 38
* activity[=].detail.extension[monitoring].extension[every].valueDuration = 1 'd'
* activity[=].detail.scheduledPeriod.start = "2025-02-25T10:00:00+01:00"
* activity[=].detail.scheduledPeriod.end = "2025-03-27T10:00:00+01:00"

RuleSet: PhaseTimeExample(phase, started)
* extension[phaseTime][+].extension[phase].valueCode = {phase}
* extension[phaseTime][=].extension[started].valueDateTime = {started}

RuleSet: PathwayActivity(phase, description, status)
* activity[+].detail.code = SamsparPathwayPhaseCS{phase}
* activity[=].detail.description = {description}
* activity[=].detail.status = {status}
* activity[=].detail.performer = Reference(sus-ortopedi)
