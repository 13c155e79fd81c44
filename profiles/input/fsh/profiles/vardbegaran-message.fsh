Profile: SamsparVardbegaranMessage
Parent: SamsparCareMessage
Id: vardbegaran-message
Title: "Vårdbegäran"
Description: "From a unit further out in the care chain to one further in: normal state, background and what is asked. A living document that every party fills in until the person is admitted."
* insert Conformance
* category = SamsparMessageTypeCS#vardbegaran
* obeys vardbegaran-message-parts

Invariant: vardbegaran-message-parts
Description: "A vårdbegäran has parts about normal state, background, what is asked, and what is added."
Severity: #error
Expression: "payload.extension.where(url.endsWith('/StructureDefinition/message-part')).extension.where(url = 'heading').all(value = 'normal-state' or value = 'background' or value = 'request' or value = 'supplement')"
