Instance: planning-message-example
InstanceOf: SamsparPlanningMessage
Usage: #example
* insert MessageInCase
* category = SamsparMessageTypeCS#planering "Planering"
* topic = SamsparMessagePurposeCS#coordination "Samordning"
* sender = Reference(kommun-lund-hemtjanst)
* recipient = Reference(vc-dalby)
* insert MessagePart("Vi har lagt till tillsyn om kvällen. Kan ni följa upp blodtrycket?", #request, kommun-lund-hemtjanst, "2025-02-04T10:00:00+01:00")
