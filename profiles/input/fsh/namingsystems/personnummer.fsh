Instance: personnummer
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["Personnummer"]], #identifier)
* description = "Personal identity number: 12 digits without separator."
* insert PreferredUri("http://electronichealth.se/identifier/personnummer")
* insert AliasOid("1.2.752.129.2.1.3.1")
