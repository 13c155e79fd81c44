CodeSystem: SamsparSubscriptionTopicCS
Id: subscription-topic
Title: "Aviseringsämne"
Description: "What systems of a unit are notified of. The canonical of a topic is the base of this package, SubscriptionTopic and its code; the definition says which resource is the focus."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparSubscriptionTopicVS)
* insert CodeProperty(#focus, #code, [["The type of the resource that the event is about."]])
* insert CodeProperty(#filter, #string, [["The filters that a subscription may set, comma separated."]])

* #task-for-unit "Nytt i inkorgen" "A new work item in the unit's inbox: of a request, a message or a deviation."
* insert Topic(#task-for-unit, #Task, "track")

* #request-changed "Begäran har fått nytt läge" "A request that the unit has sent or received has reached a new state; the first one is its submission."
* insert Topic(#request-changed, #ServiceRequest, "track")

* #message-received "Meddelande i ett ärende" "A message of a case has come to the unit, or something was added to one."
* insert Topic(#message-received, #Communication, "case")

* #acknowledgement-overdue "Kvittens saknas" "A message has not been acknowledged in time; told to its sender and its receiver."
* insert Topic(#acknowledgement-overdue, #Task, "case")

* #deadline-passed "Svarstiden har gått ut" "The deadline of a work item that the unit owns or waits for has passed."
* insert Topic(#deadline-passed, #Task, "track")

* #case-admitted "Personen är inskriven" "A case of the unit has ended because the person was admitted to hospital."
* insert Topic(#case-admitted, #CarePlan, "case")

* #consent-withdrawn "Samtycke återtaget" "A consent that the unit has recorded or made sure of was taken back."
* insert Topic(#consent-withdrawn, #Consent, "case")
