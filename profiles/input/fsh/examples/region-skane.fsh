Instance: region-skane
InstanceOf: SamsparCareProvider
Usage: #example
* identifier[hsaid].system = $hsa-id
* identifier[hsaid].value = "SE2321000255-DEMO-REGION-SKANE"
* identifier[organizationIdentifier].system = $organisationsnummer
* identifier[organizationIdentifier].value = "232100-0255"
* active = true
* name = "Region Skåne"
* extension[principalType].valueCode = #region
