Instance: kva
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["KVÅ"]], #codesystem)
* description = "Classification of care activities."
* insert PreferredOid("1.2.752.116.1.3.2.1.4")
