Instance: legitimation
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["Legitimation"]], #identifier)
* description = "Licence to practise."
* insert PreferredOid("1.2.752.116.3.1.1")
