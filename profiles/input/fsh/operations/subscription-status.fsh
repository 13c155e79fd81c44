Instance: subscription-status
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#status, [["SubscriptionStatus"]])
* title = "Status of a subscription"
* description = "Where a subscription stands, as the guide Subscriptions R5 Backport has it: its status and how many events there have been."
* affectsState = false
* resource = #Subscription
* type = false
* instance = true
* insert Out(#return, 1, "1", #Bundle, [["A searchset with one Parameters: subscription, topic, status, type query-status, events-since-subscription-start."]])
