Profile: SamsparPractitionerRole
Parent: PractitionerRole
Id: practitioner-role
Title: "Practitioner role"
Description: "Staff at a unit (medarbetaruppdrag), or an on-call function without a named person. Fixes the systems of the coding slices, which HL7 Sweden's profile leaves open."
* insert Conformance
* insert CompliesWith($SEBasePractitionerRole)
* insert HsaIdentifier
* organization 1..1
* organization only Reference(SamsparCareUnit or SamsparOtherParty)
* insert SlicedBySystem(code.coding)
* code.coding contains
    sosnyk 0..1 and
    skr-yrke 0..1 and
    hsa-befattning 0..1
* insert SystemOfSlice(code.coding[sosnyk], $sosnyk)
* insert SystemOfSlice(code.coding[skr-yrke], $sct)
* insert SystemOfSlice(code.coding[hsa-befattning], $hsa-befattning)
* insert SlicedBySystem(specialty.coding)
* specialty.coding contains
    sosnyk 0..1 and
    skr-yrke 0..1
* insert SystemOfSlice(specialty.coding[sosnyk], $sosnyk)
* insert SystemOfSlice(specialty.coding[skr-yrke], $sct)
