Instance: subscription-replay
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#replay, [["SubscriptionReplay"]])
* title = "Send dead letters again"
* description = "An administrator (scope samspar/admin) has the events sent again that the server gave up, each with its number and id."
* affectsState = true
* resource = #Subscription
* type = false
* instance = true
* insert Out(#replayed, 1, "1", #integer, [["How many events are to be sent again."]])
