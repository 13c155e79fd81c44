CodeSystem: SamsparSeSecurityLabelCS
Id: se-security-label
Title: "Sekretessmarkering (HL7 Sverige)"
Description: "The security labels of HL7 Sweden's base profiles."
* insert FragmentCodeSystem("http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel", "HL7 Sweden")

* #sekretessmarkering "Sekretessmarkering"
* #skyddadFolkbokforing "Skyddad folkbokföring"
