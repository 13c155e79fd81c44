Instance: administrative-message-example
InstanceOf: SamsparAdministrativeMessage
Usage: #example
* insert MessageInCase
* category = SamsparMessageTypeCS#administrativt "Administrativt meddelande"
* topic = SamsparMessagePurposeCS#information "Informationsöverföring"
* sender = Reference(vc-dalby)
* recipient = Reference(kommun-lund-hemtjanst)
* insert MessagePart("Ny tid på torsdag klockan tio; ta med rollatorn.", #practical, vc-dalby, "2025-02-04T09:00:00+01:00")
