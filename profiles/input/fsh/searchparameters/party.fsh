Instance: party
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparPartySearch"
* status = #active
* description = "A unit that takes part in a case: the initiating one or another party."
* code = #party
* base[+] = #CarePlan
* type = #reference
* target[+] = #Organization
* expression = "CarePlan.author | CarePlan.contributor"
