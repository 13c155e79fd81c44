Instance: in-response-to
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparInResponseToSearch"
* status = #active
* description = "The message that a message answers."
* code = #in-response-to
* base[+] = #Communication
* type = #reference
* target[+] = #Communication
* expression = "Communication.inResponseTo"
