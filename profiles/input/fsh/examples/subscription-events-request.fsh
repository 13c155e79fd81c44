Instance: subscription-events-request
InstanceOf: Parameters
Usage: #example
Title: "Subscription/$events"
* insert Value("eventsSinceNumber", valueString, [["11"]])
* insert Value("eventsUntilNumber", valueString, [["20"]])
* insert Value("content", valueCode, [[#id-only]])
