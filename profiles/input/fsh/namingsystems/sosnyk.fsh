Instance: sosnyk
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["SOSNYK"]], #codesystem)
* description = "Professional category."
* insert PreferredOid("1.2.752.116.1.3.6")
