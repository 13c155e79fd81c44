Extension: SamsparResponseTimeExtension
Id: response-time
Title: "Response time"
Description: "Time to a first response on this service, instead of the default of the track."
Context: HealthcareService
* insert Conformance
* value[x] only Duration
* value[x] 1..1
* value[x] obeys within-a-year

Invariant: within-a-year
Description: "A first response takes a year at most."
Severity: #error
Expression: "value.exists() implies value <= iif(code = 'wk', 52, iif(code = 'd', 366, iif(code = 'h', 8784, iif(code = 'min', 527040, 31622400))))"
