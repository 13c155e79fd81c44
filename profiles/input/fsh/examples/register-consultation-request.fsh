Instance: register-consultation-request
InstanceOf: Parameters
Usage: #example
Title: "Encounter/$register-consultation"
* insert Value("request", valueReference, [[Reference(digital-consultation-request-example)]])
* parameter[+].name = "period"
* parameter[=].valuePeriod.start = "2025-02-05T09:50:00+01:00"
* parameter[=].valuePeriod.end = "2025-02-05T10:40:00+01:00"
* parameter[+].name = "specialistPeriod"
* parameter[=].valuePeriod.start = "2025-02-05T10:00:00+01:00"
* parameter[=].valuePeriod.end = "2025-02-05T10:30:00+01:00"
* insert Value("primaryCareUnit", valueReference, [[Reference(vc-dalby)]])
* insert Value("primaryCarePractitioner", valueReference, [[Reference(dalby-lakare-1-role)]])
* insert Value("specialistUnit", valueReference, [[Reference(sus-ortopedi)]])
* insert Value("specialistPractitioner", valueReference, [[Reference(sus-ortopedi-konsult-role)]])
* insert Value("primaryCareDiagnosis", valueCoding, $icd-10-se#M17.1)
* insert Value("primaryCareActivity", valueCoding, $kva#XS004)
