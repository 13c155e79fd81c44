ValueSet: SamsparConsultationParticipantTypeVS
Id: consultation-participant-type
Title: "Consultation participant type"
Description: "The professional category of PASiS beside the participant types of FHIR."
* insert Conformance
* include codes from system SamsparPasisProfessionalCategoryCS
* include codes from valueset http://hl7.org/fhir/ValueSet/encounter-participant-type
