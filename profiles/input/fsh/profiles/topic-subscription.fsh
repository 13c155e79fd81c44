Profile: SamsparTopicSubscription
Parent: Subscription
Id: topic-subscription
Title: "Subscription to a topic"
Description: "A unit has its system notified of what concerns it, after the guide Subscriptions R5 Backport (R4): by rest-hook, at least once and in order."
* insert Conformance
* implicitRules 0..0
* modifierExtension 0..0
* status ^short = "requested and off are the unit's; active and error are set by the server"
* end ^short = "When the server turns it off"
* criteria ^short = "The canonical of a topic: base of the package, SubscriptionTopic and a code of subscription-topic"
* criteria.extension contains BackportFilterCriteria named filter 0..*
* error ^short = "Why the latest notification failed; set by the server"
* channel.extension contains
    BackportHeartbeatPeriod named heartbeatPeriod 0..1 and
    BackportTimeout named timeout 0..1 and
    BackportMaxCount named maxCount 0..1
* channel.type = #rest-hook (exactly)
* channel.endpoint 1..1
* channel.endpoint ^short = "Where notifications are posted to; one that the server's configuration allows"
* channel.payload 1..1
* channel.payload ^short = "application/fhir+json"
* channel.payload.extension contains BackportPayloadContent named content 1..1
* channel.header ^short = "Sent with every notification, such as an Authorization; read back with *** for its value"
* obeys subscription-heartbeat and subscription-headers and subscription-content

Invariant: subscription-heartbeat
Description: "A heartbeat is sent every 10 seconds at most, and a notification is given at least one second."
Severity: #error
Expression: "channel.extension.where(url.endsWith('heartbeat-period')).value.all($this >= 10) and channel.extension.where(url.endsWith('backport-timeout')).value.all($this >= 1)"

Invariant: subscription-headers
Description: "A header is a name, a colon, a space and a value of printable characters; those that HTTP sets itself are left out."
Severity: #error
Expression: "channel.header.all(matches('^[A-Za-z0-9!#$%&*+.^_|~-]+: [ -~]+$') and matches('^(?i:host|connection|content-length|content-type|transfer-encoding|expect|upgrade|te|trailer):').not())"

Invariant: subscription-content
Description: "A notification is application/fhir+json, and its content empty, id-only or full-resource."
Severity: #error
Expression: "channel.payload = 'application/fhir+json' and channel.payload.extension.where(url.endsWith('backport-payload-content')).value.all($this in ('empty' | 'id-only' | 'full-resource'))"
