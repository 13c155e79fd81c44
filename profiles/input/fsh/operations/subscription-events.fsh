Instance: subscription-events
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#events, [["SubscriptionEvents"]])
* title = "Events of a subscription"
* description = "Events that were or are to be notified, to catch up by number, as the guide Subscriptions R5 Backport has it. What they are about is told as far as the unit sees it now."
* affectsState = false
* resource = #Subscription
* type = false
* instance = true
* insert In(#eventsSinceNumber, 0, "1", #string, [["The first event number; from the beginning when left out."]])
* insert In(#eventsUntilNumber, 0, "1", #string, [["The last event number; up to the latest when left out. At most 100 events are answered."]])
* insert In(#content, 0, "1", #code, [["empty, id-only or full-resource; that of the subscription when left out."]])
* insert Out(#return, 1, "1", #Bundle, [["A notification of type query-event."]])
