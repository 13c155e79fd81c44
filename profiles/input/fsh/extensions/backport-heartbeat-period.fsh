Extension: BackportHeartbeatPeriod
Id: backport-heartbeat-period
Title: "Heartbeat period"
Description: "After how many seconds without a notification a heartbeat is sent."
Context: Subscription.channel
* insert Backport(backport-heartbeat-period)
* value[x] only unsignedInt
* value[x] 1..1
