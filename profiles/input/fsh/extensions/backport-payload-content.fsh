Extension: BackportPayloadContent
Id: backport-payload-content
Title: "Payload content"
Description: "How much a notification tells: empty, id-only or full-resource."
Context: Subscription.channel.payload
* insert Backport(backport-payload-content)
* value[x] only code
* value[x] 1..1
