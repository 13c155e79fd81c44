Instance: verify-registration-request
InstanceOf: Parameters
Usage: #example
Title: "Encounter/[id]/$verify-registration"
* insert Value("note", valueString, [["Diagnos och åtgärd kontrollerade."]])
