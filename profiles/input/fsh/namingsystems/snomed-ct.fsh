Instance: snomed-ct
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["SNOMED CT"]], #codesystem)
* description = "SNOMED CT. The version of the Swedish edition is http://snomed.info/sct/45991000052106."
* insert PreferredUri("http://snomed.info/sct")
