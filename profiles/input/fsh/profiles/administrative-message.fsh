Profile: SamsparAdministrativeMessage
Parent: SamsparCareMessage
Id: administrative-message
Title: "Administrativt meddelande"
Description: "Practical matters, in every direction."
* insert Conformance
* category = SamsparMessageTypeCS#administrativt
* obeys administrative-message-parts

Invariant: administrative-message-parts
Description: "An administrative message has parts about practical matters, and what is added."
Severity: #error
Expression: "payload.extension.where(url.endsWith('/StructureDefinition/message-part')).extension.where(url = 'heading').all(value = 'practical' or value = 'supplement')"
