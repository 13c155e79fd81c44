Instance: dalby-lakare-1-role
InstanceOf: SamsparPractitionerRole
Usage: #example
* identifier[hsaid].system = $hsa-id
* identifier[hsaid].value = "SE2321000255-DEMO-DALBY-LAKARE-1-UPPDRAG"
* practitioner = Reference(dalby-lakare-1)
* organization = Reference(vc-dalby)
* code.coding[skr-yrke] = $sct#309343006
* code.text = "Läkare"
* specialty.text = "Allmänmedicin"
