ValueSet: SamsparDiagnosisVS
Id: diagnosis
Title: "Diagnosis"
Description: "Diagnoses in ICD-10-SE."
* insert Conformance
* include codes from system $icd-10-se
