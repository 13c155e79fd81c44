Instance: pathway-national-example
InstanceOf: SamsparPathway
Usage: #example
Title: "A national pathway, approved"
* url = "https://samspar.example/fhir/PlanDefinition/svf-tjock-och-andtarmscancer"
* version = "1.0"
* status = #active
* publisher = "Nationella arbetsgruppen för tjock- och ändtarmscancer"
* insert ColorectalPathway
* extension[state].valueCode = #approved
* insert PathwayStep(#draft, "2024-09-02T09:00:00.000+02:00", "SE2321000255-DEMO-ARBETSGRUPP-1")
* insert PathwayStep(#consultation, "2024-10-01T09:00:00.000+02:00", "SE2321000255-DEMO-ARBETSGRUPP-1")
* insert PathwayStep(#revision, "2024-12-02T09:00:00.000+01:00", "SE2321000255-DEMO-ARBETSGRUPP-1")
* insert PathwayStep(#approved, "2025-01-20T09:00:00.000+01:00", "SE2321000255-DEMO-STYRGRUPP-1")
* extension[step][=].extension[note].valueString = "Godkänt av styrgruppen den 20 januari."
* extension[consultedBody].valueReference = Reference(region-skane)
* extension[comment].extension[id].valueString = "1"
* extension[comment].extension[body].valueReference = Reference(region-skane)
* extension[comment].extension[unit].valueReference = Reference(vc-dalby)
* extension[comment].extension[text].valueString = "Ange hur snart vårdcentralen ska ha gjort F-Hb."
* extension[comment].extension[when].valueInstant = "2024-11-04T10:30:00.000+01:00"
* extension[comment].extension[answer].valueString = "Tiden för bedömning på vårdcentralen har lagts till."
* extension[comment].extension[answered].valueInstant = "2024-12-10T08:00:00.000+01:00"
