Profile: SamsparAdmissionMessage
Parent: SamsparCareMessage
Id: admission-message
Title: "Inskrivningsmeddelande"
Description: "The person has been admitted: the outpatient case ends. Sent by CarePlan/$admit."
* insert Conformance
* category = SamsparMessageTypeCS#inskrivning
* obeys admission-message-parts

Invariant: admission-message-parts
Description: "An admission message has parts about the admission, background, and what to know."
Severity: #error
Expression: "payload.extension.where(url.endsWith('/StructureDefinition/message-part')).extension.where(url = 'heading').all(value = 'admission' or value = 'background' or value = 'to-know')"
