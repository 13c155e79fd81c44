CodeSystem: SamsparKvaCS
Id: kva
Title: "KVÅ"
Description: "Klassifikation av vårdåtgärder: the codes in use here. The full release of the owner can be loaded instead."
* insert FragmentCodeSystem("urn:oid:1.2.752.116.1.3.2.1.4", "Socialstyrelsen")

* #XS004 "Distanskonsultation"
* #JEA01 "Laparoskopisk appendektomi"
* #JKA21 "Laparoskopisk kolecystektomi"
