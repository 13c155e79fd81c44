Profile: SamsparPatient
Parent: Patient
Id: patient
Title: "Patient"
Description: "The patient that a request, case or registration is about. Secrecy markings stand in meta.security."
* insert Conformance
* insert CompliesWith($SEBasePatient)
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains
    personnummer 0..1 and
    samordningsnummer 0..1 and
    nationelltReservnummer 0..1
* identifier[personnummer].system 1..1
* identifier[personnummer].system = $personnummer (exactly)
* identifier[personnummer].value 1..1
* identifier[samordningsnummer].system 1..1
* identifier[samordningsnummer].system = $samordningsnummer (exactly)
* identifier[samordningsnummer].value 1..1
* identifier[nationelltReservnummer].system 1..1
* identifier[nationelltReservnummer].system = $nationelltReservnummer (exactly)
* identifier[nationelltReservnummer].value 1..1
* name 0..1
* extension contains SamsparMunicipalityExtension named municipality 0..1
