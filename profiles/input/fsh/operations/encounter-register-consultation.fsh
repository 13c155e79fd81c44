Instance: encounter-register-consultation
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#register-consultation, [["RegisterConsultation"]])
* title = "Register a consultation"
* description = "Registers a consultation at both units: the visit in primary care and the contact of the specialist. The half of the caller is finished; the other unit completes its own."
* affectsState = true
* resource = #Encounter
* type = true
* instance = false
* insert In(#request, 1, "1", #Reference, [["The request that the consultation answers."]])
* parameter[=].targetProfile[+] = "http://hl7.org/fhir/StructureDefinition/ServiceRequest"
* insert In(#period, 1, "1", #Period, [["When the consultation took place."]])
* insert In(#visit, 0, "1", #Reference, [["The primary care visit where it is registered already."]])
* parameter[=].targetProfile[+] = "http://hl7.org/fhir/StructureDefinition/Encounter"
* insert In(#specialistPeriod, 0, "1", #Period, [["When the specialist took part, where it differs from the whole."]])
* insert In(#primaryCareUnit, 0, "1", #Reference, [["The health centre where patient and physician are. Required (rule three-parties)."]])
* parameter[=].targetProfile[+] = "http://hl7.org/fhir/StructureDefinition/Organization"
* insert In(#primaryCarePractitioner, 0, "1", #Reference, [["The physician at the health centre. Required (rule three-parties)."]])
* parameter[=].targetProfile[+] = "http://hl7.org/fhir/StructureDefinition/PractitionerRole"
* parameter[=].targetProfile[+] = "http://hl7.org/fhir/StructureDefinition/Practitioner"
* insert In(#specialistUnit, 0, "1", #Reference, [["The clinic of the specialist. Required (rule three-parties)."]])
* parameter[=].targetProfile[+] = "http://hl7.org/fhir/StructureDefinition/Organization"
* insert In(#specialistPractitioner, 0, "1", #Reference, [["The specialist. Required (rule three-parties)."]])
* parameter[=].targetProfile[+] = "http://hl7.org/fhir/StructureDefinition/PractitionerRole"
* parameter[=].targetProfile[+] = "http://hl7.org/fhir/StructureDefinition/Practitioner"
* insert In(#primaryCareDiagnosis, 0, "*", #Coding, [["Diagnoses of primary care."]])
* insert In(#specialistDiagnosis, 0, "*", #Coding, [["Diagnoses of the specialist."]])
* insert In(#primaryCareActivity, 0, "*", #Coding, [["Activities of primary care, such as KVÅ XS004."]])
* insert In(#specialistActivity, 0, "*", #Coding, [["Activities of the specialist."]])
* insert Out(#return, 1, "1", #Bundle, [["Both encounters with their conditions and procedures."]])
* insert Justification
