Profile: SamsparCareMessage
Parent: Communication
Id: care-message
Title: "Care message (meddelande)"
Description: "A message of a case, from one party to others. Each part of it keeps its author and time."
* insert Conformance
* implicitRules 0..0
* modifierExtension 0..0
* category 1..1
* category from SamsparMessageTypeVS (required)
* category ^short = "The type of message"
* topic 1..1
* topic from SamsparMessagePurposeVS (required)
* topic ^short = "What the sender wants with it"
* basedOn 1..2
* basedOn only Reference(SamsparOutpatientCase or SamsparPathwayPlan)
* basedOn ^short = "The case, and after it the started pathway of the person that the message belongs to (rule in-pathway-plan)"
* inResponseTo only Reference(SamsparCareMessage)
* inResponseTo ^short = "The message that it answers"
* subject 1..1
* subject only Reference(SamsparPatient)
* sender 1..1
* sender only Reference(SamsparCareUnit or SamsparOtherParty)
* recipient 1..*
* recipient only Reference(SamsparCareUnit or SamsparOtherParty)
* recipient ^short = "The receiving parties; a changed situation goes to every party"
* sent ^short = "Set by the server"
* payload 1..*
* payload.content[x] only string or Reference
* payload ^short = "Parts as text, and attachments by reference"
* payload.extension contains SamsparMessagePartExtension named part 0..1
* extension contains SamsparManualDeliveryExtension named manualDelivery 0..*
* obeys message-says-something and reply-names-message and withdrawn-with-reason

Invariant: message-says-something
Description: "A message says something, in text."
Severity: #error
Expression: "payload.where(content.ofType(string).where(trim().length() > 0).exists()).exists()"

Invariant: reply-names-message
Description: "A reply names what it answers, in inResponseTo."
Severity: #error
Expression: "topic.coding.where(code = 'reply').exists() implies inResponseTo.exists()"

Invariant: withdrawn-with-reason
Description: "A message that is taken back says why, as text in statusReason."
Severity: #error
Expression: "status = 'entered-in-error' implies statusReason.text.where(trim().length() > 0).exists()"
