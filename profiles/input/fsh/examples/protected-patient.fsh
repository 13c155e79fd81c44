Instance: protected-patient
InstanceOf: SamsparPatient
Usage: #example
Title: "A patient with a coordination number and a secrecy marking"
* meta.security = SamsparSeSecurityLabelCS#sekretessmarkering "Sekretessmarkering"
* identifier[samordningsnummer].system = $samordningsnummer
* identifier[samordningsnummer].value = "196109732393"
* name.family = "Exempel"
* name.given = "Skyddad"
* gender = #female
