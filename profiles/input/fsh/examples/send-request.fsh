Instance: send-request
InstanceOf: Parameters
Usage: #example
Title: "CarePlan/[id]/$send"
* parameter[+].name = "message"
* parameter[=].resource = SubmittedMessage
* insert AttachmentExample

Instance: SubmittedMessage
InstanceOf: Communication
Usage: #inline
* status = #completed
* category = SamsparMessageTypeCS#vardbegaran "Vårdbegäran"
* topic = SamsparMessagePurposeCS#coordination-request "Begäran om samordning"
* recipient = Reference(vc-dalby)
* payload.contentString = "Yr sedan i går, har fallit en gång. Kan ni undersöka?"
* payload.extension[0].url = "https://samspar.example/fhir/StructureDefinition/message-part"
* payload.extension[0].extension[0].url = "heading"
* payload.extension[0].extension[0].valueCode = #request
