Instance: hsa-id
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["HSA-id"]], #identifier)
* description = "Units and staff in the national directory HSA."
* insert PreferredOid("1.2.752.29.4.19")
* insert AliasOid("1.2.752.129.2.1.4.1")
* insert AliasUri("http://terminology.hl7.se/sid/se-hsaid-organization")
