// Identifier systems. The aliases that the server accepts for them are in the naming systems.
Alias: $personnummer = http://electronichealth.se/identifier/personnummer
Alias: $samordningsnummer = http://electronichealth.se/identifier/samordningsnummer
Alias: $nationelltReservnummer = http://electronichealth.se/identifier/nationelltReservnummer
Alias: $hsa-id = urn:oid:1.2.752.29.4.19
Alias: $organisationsnummer = urn:oid:2.5.4.97
Alias: $legitimation = urn:oid:1.2.752.116.3.1.1
Alias: $prescriber-code = urn:oid:1.2.752.116.3.1.2

// National code systems
Alias: $hosp = urn:oid:1.2.752.116.3.1.3
Alias: $sosnyk = urn:oid:1.2.752.116.1.3.6
Alias: $hsa-befattning = urn:oid:1.2.752.129.2.2.1.4
Alias: $hsa-verksamhetskod = urn:oid:1.2.752.129.2.2.1.3
Alias: $kva = urn:oid:1.2.752.116.1.3.2.1.4
Alias: $kommun = urn:oid:1.2.752.129.2.2.1.17
Alias: $icd-10-se = urn:oid:1.2.752.116.1.1.1
Alias: $sct = http://snomed.info/sct

// HL7
Alias: $loinc = http://loinc.org
Alias: $v2-0203 = http://terminology.hl7.org/CodeSystem/v2-0203
Alias: $v3-ActCode = http://terminology.hl7.org/CodeSystem/v3-ActCode
Alias: $v3-ActReason = http://terminology.hl7.org/CodeSystem/v3-ActReason
Alias: $v3-ParticipationType = http://terminology.hl7.org/CodeSystem/v3-ParticipationType
Alias: $v3-RoleClass = http://terminology.hl7.org/CodeSystem/v3-RoleClass
Alias: $DCM = http://dicom.nema.org/resources/ontology/DCM
Alias: $audit-event-type = http://terminology.hl7.org/CodeSystem/audit-event-type
Alias: $audit-entity-type = http://terminology.hl7.org/CodeSystem/audit-entity-type
Alias: $object-role = http://terminology.hl7.org/CodeSystem/object-role
Alias: $location-physical-type = http://terminology.hl7.org/CodeSystem/location-physical-type

// HL7 Sweden's base profiles
Alias: $SEBasePatient = http://hl7.se/fhir/ig/base/StructureDefinition/SEBasePatient
Alias: $SEBaseOrganization = http://hl7.se/fhir/ig/base/StructureDefinition/SEBaseOrganization
Alias: $SEBasePractitioner = http://hl7.se/fhir/ig/base/StructureDefinition/SEBasePractitioner
Alias: $SEBasePractitionerRole = http://hl7.se/fhir/ig/base/StructureDefinition/SEBasePractitionerRole
