Instance: skola-lund
InstanceOf: SamsparOtherParty
Usage: #example
* identifier[hsaid].system = $hsa-id
* identifier[hsaid].value = "SE2321000255-DEMO-SKOLA-LUND"
* identifier[organizationIdentifier].system = $organisationsnummer
* identifier[organizationIdentifier].value = "212000-1132"
* active = true
* name = "Elevhälsan, Vårskolan i Lund (demo)"
* extension[careLevel].valueCoding = SamsparCareLevelCS#other-party "Annan part"
* extension[access].extension[mode].valueCode = #connected
