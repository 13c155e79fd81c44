Instance: topic
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparTopicSearch"
* status = #active
* description = "What the sender wants with a message."
* code = #topic
* base[+] = #Communication
* type = #token
* expression = "Communication.topic"
