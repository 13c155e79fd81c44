Extension: SamsparAwarenessTextExtension
Id: awareness-text
Title: "Awareness text"
Description: "What the receiver has to be aware of, such as contagion or allergy."
Context: ServiceRequest
* insert Conformance
* value[x] only string
* value[x] 1..1
