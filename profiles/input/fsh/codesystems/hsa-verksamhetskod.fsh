CodeSystem: SamsparHsaVerksamhetskodCS
Id: hsa-verksamhetskod
Title: "HSA verksamhetskod"
Description: "Activity codes of the HSA directory: the codes in use here. The full release of the owner can be loaded instead."
* insert FragmentCodeSystem("urn:oid:1.2.752.129.2.2.1.3", "Inera")

* #1013 "Medicin, barn och ungdom"
* #1114 "Internmedicin"
* #1123 "Neurologi"
* #1125 "Reumatologi"
* #1145 "Akutverksamhet vid sjukhus, internmedicin"
* #1313 "Handkirurgi"
* #1324 "Ortopedi"
* #1502 "Allmänmedicin"
* #2025 "Ambulanstransportverksamhet"
