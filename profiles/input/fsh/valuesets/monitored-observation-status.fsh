ValueSet: SamsparMonitoredObservationStatusVS
Id: monitored-observation-status
Title: "Monitored observation status"
Description: "A value is final when it is sent; it is corrected, or taken back where it was sent by mistake."
* insert Conformance
* http://hl7.org/fhir/observation-status#final
* http://hl7.org/fhir/observation-status#amended
* http://hl7.org/fhir/observation-status#corrected
* http://hl7.org/fhir/observation-status#entered-in-error
