Instance: hosp
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["HOSP legitimationsyrke"]], #codesystem)
* description = "Licensed occupation."
* insert PreferredOid("1.2.752.116.3.1.3")
