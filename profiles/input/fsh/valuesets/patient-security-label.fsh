ValueSet: SamsparPatientSecurityLabelVS
Id: patient-security-label
Title: "Patient security label"
Description: "Secrecy markings of HL7 Sweden beside the security labels of FHIR."
* insert Conformance
* include codes from system SamsparSeSecurityLabelCS
* include codes from valueset http://hl7.org/fhir/ValueSet/security-labels
