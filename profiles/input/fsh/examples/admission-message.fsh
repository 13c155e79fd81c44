Instance: admission-message-example
InstanceOf: SamsparAdmissionMessage
Usage: #example
* insert MessageInCase
* category = SamsparMessageTypeCS#inskrivning "Inskrivningsmeddelande"
* topic = SamsparMessagePurposeCS#situation-changed "Ändrad situation"
* sender = Reference(vc-dalby)
* recipient = Reference(kommun-lund-hemtjanst)
* insert MessagePart("Höftfraktur.", #admission, vc-dalby, "2025-02-06T18:00:00+01:00")
* insert MessagePart("Inskriven på ortopeden i Lund\, avdelning 3.", #admission, vc-dalby, "2025-02-06T18:00:00+01:00")
