Instance: consent-verify
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#verify, [["Verify"]])
* title = "Verify a consent"
* description = "The caller's unit has made sure for itself that the consent is there."
* affectsState = true
* resource = #Consent
* type = false
* instance = true
* insert In(#note, 0, "1", #string, [["How."]])
* insert Out(#return, 1, "1", #Consent, [["The consent."]])
* insert Justification
