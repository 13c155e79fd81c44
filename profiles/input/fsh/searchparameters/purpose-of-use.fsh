Instance: purpose-of-use
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparPurposeOfUseSearch"
* status = #active
* description = "Accesses by their purpose, such as BTG (break the glass)."
* code = #purpose-of-use
* base[+] = #AuditEvent
* type = #token
* expression = "AuditEvent.agent.purposeOfUse"
