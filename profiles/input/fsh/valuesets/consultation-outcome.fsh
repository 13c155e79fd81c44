ValueSet: SamsparConsultationOutcomeVS
Id: consultation-outcome
Title: "Konsultationens utfall"
Description: "All codes of the code system consultation-outcome."
* insert Conformance
* include codes from system SamsparConsultationOutcomeCS
