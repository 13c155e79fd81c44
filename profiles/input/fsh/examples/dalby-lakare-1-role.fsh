Instance: dalby-lakare-1-role
InstanceOf: SamsparPractitionerRole
Usage: #example
* id = "vc-dalby-lakare-1"
* identifier[hsaid].system = $hsa-id
* identifier[hsaid].value = "SE2321000255-DEMO-VC-DALBY-LAKARE-1-UPPDRAG"
* practitioner = Reference(dalby-lakare-1)
* organization = Reference(vc-dalby)
* code.coding[skr-yrke] = $sct#309343006
* code.text = "Läkare"
* specialty.text = "Allmänmedicin"
