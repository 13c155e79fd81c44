CodeSystem: SamsparLoincCS
Id: loinc
Title: "LOINC"
Description: "Logical Observation Identifiers Names and Codes: the codes of vital signs, for what pathway plans ask for. The full release of the owner can be loaded instead."
* insert FragmentCodeSystem("http://loinc.org", "Regenstrief Institute")
* ^language = #en
* ^copyright = "LOINC codes and names are copyright of Regenstrief Institute, Inc. and the LOINC Committee, and free to use under the terms at https://loinc.org/license."

* #2708-6 "Oxygen saturation in Arterial blood"
* #8310-5 "Body temperature"
* #8462-4 "Diastolic blood pressure"
* #8480-6 "Systolic blood pressure"
* #8867-4 "Heart rate"
* #9279-1 "Respiratory rate"
* #29463-7 "Body weight"
