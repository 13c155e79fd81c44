Instance: set-aside-rule
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparSetAsideRule"
* status = #active
* description = "The rule that was set aside with a justification."
* code = #set-aside-rule
* base[+] = #Provenance
* type = #token
* expression = "Provenance.reason"
