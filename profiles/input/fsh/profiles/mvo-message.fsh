Profile: SamsparMvoMessage
Parent: SamsparCareMessage
Id: mvo-message
Title: "Meddelande till vård och omsorg (MVO)"
Description: "From a unit further in to one further out: what a visit led to and what the receivers need to know. Usually answers a vårdbegäran, and can begin a case."
* insert Conformance
* category = SamsparMessageTypeCS#mvo
* obeys mvo-message-parts

Invariant: mvo-message-parts
Description: "An MVO has parts about the outcome of the visit, what to know, background, an assignment, and what is added."
Severity: #error
Expression: "payload.extension.where(url.endsWith('/StructureDefinition/message-part')).extension.where(url = 'heading').all(value = 'visit-outcome' or value = 'to-know' or value = 'background' or value = 'assignment' or value = 'supplement')"
