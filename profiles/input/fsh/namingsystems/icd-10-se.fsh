Instance: icd-10-se
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["ICD-10-SE"]], #codesystem)
* description = "Diagnoses, the Swedish version of ICD-10."
* insert PreferredOid("1.2.752.116.1.1.1")
* insert AliasUri("http://hl7.org/fhir/sid/icd-10-se")
* insert AliasOid("1.2.752.116.1.1.1.1.3")
* insert AliasOid("1.2.752.116.1.1.1.1.8")
