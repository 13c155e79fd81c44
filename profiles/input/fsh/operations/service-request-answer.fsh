Instance: service-request-answer
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#answer, [["Answer"]])
* title = "Answer a request"
* description = "The receiver answers the request."
* affectsState = true
* resource = #ServiceRequest
* type = false
* instance = true
* insert InCode(#kind, 1, "1", [[Canonical(SamsparAnswerKindVS)]], [["How final the answer is."]])
* insert InCode(#outcome, 0, "1", [[Canonical(SamsparConsultationOutcomeVS)]], [["What it led to; required in a final answer."]])
* insert In(#text, 0, "1", #string, [["The answer in words."]])
* insert In(#nextStep, 0, "1", #string, [["What happens next; in a final answer (rule patient-informed)."]])
* insert In(#patientInformed, 0, "1", #boolean, [["Whether the patient has been told; in a final answer (rule patient-informed)."]])
* insert In(#diagnosis, 0, "*", #Coding, [["Diagnoses of the receiver."]])
* insert In(#receiver, 0, "1", #Reference, [["The unit, or the service of a unit, that receives the follow-on referral where the outcome calls for one; the answering unit where absent."]])
* parameter[=].targetProfile[+] = "http://hl7.org/fhir/StructureDefinition/Organization"
* parameter[=].targetProfile[+] = "http://hl7.org/fhir/StructureDefinition/HealthcareService"
* insert AttachmentParameter
* insert Out(#return, 1, "1", #Bundle, [["The answer, the work item, and the follow-on referral where the outcome calls for one."]])
* insert Justification
