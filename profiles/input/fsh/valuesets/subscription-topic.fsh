ValueSet: SamsparSubscriptionTopicVS
Id: subscription-topic
Title: "Aviseringsämne"
Description: "All codes of the code system subscription-topic."
* insert Conformance
* include codes from system SamsparSubscriptionTopicCS
