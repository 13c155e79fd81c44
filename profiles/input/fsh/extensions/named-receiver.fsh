Extension: SamsparNamedReceiverExtension
Id: named-receiver
Title: "Named receiver"
Description: "The person or role at the receiving unit that takes over."
Context: ServiceRequest
* insert Conformance
* value[x] only Reference(PractitionerRole)
* value[x] 1..1
