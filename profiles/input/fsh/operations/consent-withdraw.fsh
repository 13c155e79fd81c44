Instance: consent-withdraw
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#withdraw, [["Withdraw"]])
* title = "Withdraw a consent"
* description = "The person takes the consent, or the refusal, back. Holds at once for everything that is not opened yet."
* affectsState = true
* resource = #Consent
* type = false
* instance = true
* insert In(#reason, 1, "1", #string, [["What the person said."]])
* insert Out(#return, 1, "1", #Consent, [["The consent."]])
* insert Justification
