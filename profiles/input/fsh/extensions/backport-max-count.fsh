Extension: BackportMaxCount
Id: backport-max-count
Title: "Maximum count"
Description: "How many events one notification may carry; one when left out, and no more than the server is set to."
Context: Subscription.channel
* insert Backport(backport-max-count)
* value[x] only positiveInt
* value[x] 1..1
