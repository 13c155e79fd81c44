Instance: kommun
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["Kommun"]], #codesystem)
* description = "Municipality codes."
* insert PreferredOid("1.2.752.129.2.2.1.17")
