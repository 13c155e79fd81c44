Instance: hsa-befattning
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["HSA befattning"]], #codesystem)
* description = "Position in HSA. The alias is a misprint that is in use."
* insert PreferredOid("1.2.752.129.2.2.1.4")
* insert AliasOid("1.2.759.129.2.2.1.4")
