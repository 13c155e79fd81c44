Instance: vardkontakttyp
InstanceOf: NamingSystem
Usage: #definition
* insert NamingSystemHead([["Vårdkontakttyp"]], #codesystem)
* description = "Type of a care contact in the national contracts."
* insert PreferredOid("1.2.752.129.2.2.2.25")
