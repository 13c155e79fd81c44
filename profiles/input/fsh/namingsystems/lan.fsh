Instance: lan
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["Län"]], #codesystem)
* description = "County codes."
* insert PreferredOid("1.2.752.129.2.2.1.18")
