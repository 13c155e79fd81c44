Instance: mvo-message-example
InstanceOf: SamsparMvoMessage
Usage: #example
* insert MessageInCase
* category = SamsparMessageTypeCS#mvo "Meddelande till vård och omsorg"
* topic = SamsparMessagePurposeCS#reply "Svar"
* inResponseTo = Reference(vardbegaran-message-example)
* sender = Reference(vc-dalby)
* recipient[+] = Reference(kommun-lund-hemtjanst)
* recipient[+] = Reference(hospice-lund)
* extension[manualDelivery].extension[unit].valueReference = Reference(hospice-lund)
* extension[manualDelivery].extension[mode].valueCode = #fax
* extension[manualDelivery].extension[time].valueDateTime = "2025-02-03T15:10:00+01:00"
* extension[manualDelivery].extension[note].valueString = "Faxat, och mottaget enligt sjuksköterskan på avdelningen."
* insert MessagePart("Blodtrycksfall. Medicinen är ändrad.", #visit-outcome, vc-dalby, "2025-02-03T15:15:00+01:00")
* insert MessagePart("Ska resa sig långsamt. Ring oss vid nytt fall.", #to-know, vc-dalby, "2025-02-03T15:15:00+01:00")
