Instance: inbox-task-receipt-example
InstanceOf: SamsparInboxTask
Usage: #example
Title: "The receipt of a message"
* status = #received
* intent = #order
* priority = #routine
* code = SamsparMessageTypeCS#vardbegaran "Vårdbegäran"
* reasonCode = SamsparMessagePurposeCS#coordination-request "Begäran om samordning"
* focus = Reference(vardbegaran-message-example)
* for = Reference(tolvan-tolvansson)
* authoredOn = "2025-02-03T08:40:00+01:00"
* lastModified = "2025-02-03T09:20:00+01:00"
* executionPeriod.start = "2025-02-03T09:20:00+01:00"
* requester = Reference(kommun-lund-hemtjanst)
* owner = Reference(vc-dalby)
* restriction.period.end = "2025-02-06T23:59:59+01:00"
