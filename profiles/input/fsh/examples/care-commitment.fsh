Instance: care-commitment-example
InstanceOf: SamsparCareCommitment
Usage: #example
* status = #active
* patient = Reference(tolvan-tolvansson)
* managingOrganization = Reference(sus-ortopedi)
* referralRequest = Reference(consultation-request-example)
* period.start = "2025-02-10"
