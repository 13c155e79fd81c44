Extension: SamsparAcceptsRenewalsExtension
Id: accepts-renewals
Title: "Accepts renewals"
Description: "Whether the unit takes prescription renewals as messages. False where absent."
Context: HealthcareService
* insert Conformance
* value[x] only boolean
* value[x] 1..1
