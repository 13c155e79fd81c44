Profile: SamsparPlanningMessage
Parent: SamsparCareMessage
Id: planning-message
Title: "Planeringsmeddelande"
Description: "Tells the parties of the planning, which it names in about."
* insert Conformance
* category = SamsparMessageTypeCS#planering
* about only Reference(SamsparSharedPlanning)
* about ^short = "The planning"
* obeys planning-message-parts

Invariant: planning-message-parts
Description: "A planning message has parts about background, what to know, what is asked, practical matters, and what is added."
Severity: #error
Expression: "payload.extension.where(url.endsWith('/StructureDefinition/message-part')).extension.where(url = 'heading').all(value = 'background' or value = 'to-know' or value = 'request' or value = 'practical' or value = 'supplement')"
