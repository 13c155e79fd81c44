Instance: organisationsnummer
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["Organisationsnummer"]], #identifier)
* description = "Swedish organisation number."
* insert PreferredOid("2.5.4.97")
* insert AliasOid("1.2.752.29.4.3")
