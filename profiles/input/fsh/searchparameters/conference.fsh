Instance: conference
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparConferenceSearch"
* status = #active
* description = "The conference that a request names; finds the agenda of a conference."
* code = #conference
* base[+] = #ServiceRequest
* type = #reference
* target = #Appointment
* expression = "ServiceRequest.extension.where(url.endsWith('/StructureDefinition/named-conference')).value.ofType(Reference)"
