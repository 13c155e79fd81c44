Instance: forskrivarkod
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["Förskrivarkod"]], #identifier)
* description = "Prescriber code."
* insert PreferredOid("1.2.752.116.3.1.2")
