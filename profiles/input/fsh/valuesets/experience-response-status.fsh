ValueSet: SamsparExperienceResponseStatusVS
Id: experience-response-status
Title: "Experience response status"
Description: "Answers are complete when they are recorded, and taken back where they were recorded by mistake."
* insert Conformance
* http://hl7.org/fhir/questionnaire-answers-status#completed
* http://hl7.org/fhir/questionnaire-answers-status#entered-in-error
