Instance: vardbegaran-message-example
InstanceOf: SamsparVardbegaranMessage
Usage: #example
* insert MessageInCase
* category = SamsparMessageTypeCS#vardbegaran "Vårdbegäran"
* topic = SamsparMessagePurposeCS#coordination-request "Begäran om samordning"
* sender = Reference(kommun-lund-hemtjanst)
* recipient = Reference(vc-dalby)
* insert MessagePart("Går vanligen med rollator och klarar sig själv.", #normal-state, kommun-lund-hemtjanst, "2025-02-03T08:40:00+01:00")
* insert MessagePart("Yr sedan i går\, har fallit en gång. Kan ni undersöka?", #request, kommun-lund-hemtjanst, "2025-02-03T08:40:00+01:00")
* insert MessagePart("Har också haft lågt blodtryck i höstas.", #background, vc-dalby, "2025-02-03T10:05:00+01:00")
