Instance: topic-subscription-example
InstanceOf: SamsparTopicSubscription
Usage: #example
Title: "Changes of requests on two tracks, by number and reference"
* status = #requested
* reason = "Inkorgen i journalsystemet"
* criteria = "https://samspar.example/fhir/SubscriptionTopic/request-changed"
* criteria.extension[filter].valueString = "ServiceRequest?track=digital-specialistkonsultation,elektiv-remiss"
* channel.type = #rest-hook
* channel.endpoint = "https://platform.region.example/samspar"
* channel.header = "Authorization: Bearer 7d1c"
* channel.payload = #application/fhir+json
* channel.payload.extension[content].valueCode = #id-only
* channel.extension[heartbeatPeriod].valueUnsignedInt = 600
* channel.extension[maxCount].valuePositiveInt = 10
