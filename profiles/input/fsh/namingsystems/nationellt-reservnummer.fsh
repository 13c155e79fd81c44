Instance: nationellt-reservnummer
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["Nationellt reservnummer"]], #identifier)
* description = "National reserve number for a person without a known identity number."
* insert PreferredUri("http://electronichealth.se/identifier/nationelltReservnummer")
* insert AliasOid("1.2.752.74.9.1")
