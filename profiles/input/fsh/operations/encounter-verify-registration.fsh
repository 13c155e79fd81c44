Instance: encounter-verify-registration
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#verify-registration, [["VerifyRegistration"]])
* title = "Verify a registration"
* description = "Somebody has gone through the registration and found it right."
* affectsState = true
* resource = #Encounter
* type = false
* instance = true
* insert In(#note, 0, "1", #string, [["What was checked."]])
* insert Out(#return, 1, "1", #Provenance, [["Who verified it and when."]])
* insert Justification
