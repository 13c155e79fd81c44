Instance: care-plan-open-case
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#open-case, [["OpenCase"]])
* title = "Open an outpatient case"
* description = "A unit opens a case for a person and becomes its initiating unit, which has the overall responsibility."
* affectsState = true
* resource = #CarePlan
* type = true
* instance = false
* insert InReference(#patientReference, 0, "1", [[Canonical(SamsparPatient)]], [["The patient whose record the caller sees."]])
* insert In(#patient, 0, "1", #Patient, [["The patient, matched by the personal identity number and created if new, never changed; instead of patientReference."]])
* insert InReference(#initiator, 1, "1", [[Canonical(SamsparCareUnit)]], [["The initiating unit: the caller's own."]])
* insert In(#party, 1, "*", #Reference, [["A unit that takes part; an identifier reference is enough."]])
* insert In(#need, 0, "1", #string, [["What the person needs."]])
* insert In(#goal, 0, "*", #string, [["A goal of the person."]])
* insert In(#consent, 0, "1", #Consent, [["The consent or refusal, which the caller has made sure of by sending it."]])
* insert InReference(#consentReference, 0, "1", [[Canonical(SamsparCareConsent)]], [["A consent that the caller has recorded before and that belongs to no case yet; instead of consent."]])
* insert InReference(#fixedContact, 0, "1", [[Canonical(SamsparPractitionerRole)]], [["The fixed care contact or fast vårdkontakt."]])
* insert In(#wishedByPatient, 0, "1", #boolean, [["The person wishes the parties outside health and social care in."]])
* insert Out(#return, 1, "1", #Bundle, [["The case, its team and its consent."]])
* insert Justification
