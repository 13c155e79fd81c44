Instance: samordningsnummer
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["Samordningsnummer"]], #identifier)
* description = "Coordination number: 12 digits without separator, 60 added to the day."
* insert PreferredUri("http://electronichealth.se/identifier/samordningsnummer")
* insert AliasOid("1.2.752.129.2.1.3.3")
