Instance: encounter-complete-registration
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#complete-registration, [["CompleteRegistration"]])
* title = "Complete a registration"
* description = "A unit completes its half of the registration."
* affectsState = true
* resource = #Encounter
* type = false
* instance = true
* insert In(#diagnosis, 0, "*", #Coding, [["Diagnoses to register."]])
* insert In(#activity, 0, "*", #Coding, [["Activities to register."]])
* insert Out(#return, 1, "1", #Bundle, [["The encounter with its conditions and procedures."]])
* insert Justification
