Extension: SamsparDesiredRecipientExtension
Id: desired-recipient
Title: "Desired recipient"
Description: "The person at the receiving unit whom the requester would like to have the request."
Context: ServiceRequest
* insert Conformance
* value[x] only string
* value[x] 1..1
