Instance: hsa-verksamhetskod
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["HSA verksamhetskod"]], #codesystem)
* description = "Activity code in HSA."
* insert PreferredOid("1.2.752.129.2.2.1.3")
