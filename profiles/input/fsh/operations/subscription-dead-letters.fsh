Instance: subscription-dead-letters
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#dead-letters, [["SubscriptionDeadLetters"]])
* title = "Dead letters"
* description = "For an administrator (scope samspar/admin): the subscriptions with events that the server gave up, without what these are about."
* affectsState = false
* resource = #Subscription
* type = true
* instance = false
* insert OutGroup(#subscription, 0, "*", [["A subscription with dead letters."]])
* insert OutPart(#reference, 1, "1", #Reference, [["The subscription."]])
* insert OutPart(#unit, 1, "1", #Reference, [["The unit whose it is."]])
* insert OutPart(#topic, 1, "1", #canonical, [["Its topic."]])
* insert OutPart(#events, 1, "1", #integer, [["How many events it has not been told."]])
* insert OutPart(#oldest, 1, "1", #instant, [["When the oldest of them happened."]])
