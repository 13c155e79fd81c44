Instance: atc
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["ATC"]], #codesystem)
* description = "Medicines by anatomy, therapy and chemistry."
* insert PreferredUri("http://www.whocc.no/atc")
* insert AliasOid("1.2.752.129.2.2.3.1.1")
