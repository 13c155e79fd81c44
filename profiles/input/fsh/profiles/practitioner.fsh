Profile: SamsparPractitioner
Parent: Practitioner
Id: practitioner
Title: "Practitioner"
Description: "A person in the staff of a unit."
* insert Conformance
* insert CompliesWith($SEBasePractitioner)
* insert HsaIdentifier
* name 0..1
* insert SlicedBySystem(qualification.identifier)
* qualification.identifier contains
    prescriber 0..1 and
    legitimation 0..1
* insert SystemOfSlice(qualification.identifier[prescriber], $prescriber-code)
* insert SystemOfSlice(qualification.identifier[legitimation], $legitimation)
* insert SlicedBySystem(qualification.code.coding)
* qualification.code.coding contains
    hosp 0..1 and
    sosnyk 0..1 and
    skr-yrke 0..1 and
    hsa-befattning 0..1
* insert SystemOfSlice(qualification.code.coding[hosp], $hosp)
* insert SystemOfSlice(qualification.code.coding[sosnyk], $sosnyk)
* insert SystemOfSlice(qualification.code.coding[skr-yrke], $sct)
* insert SystemOfSlice(qualification.code.coding[hsa-befattning], $hsa-befattning)
