Extension: BackportTimeout
Id: backport-timeout
Title: "Timeout"
Description: "How many seconds the server waits for an answer of the endpoint; no longer than the server is set to."
Context: Subscription.channel
* insert Backport(backport-timeout)
* value[x] only unsignedInt
* value[x] 1..1
