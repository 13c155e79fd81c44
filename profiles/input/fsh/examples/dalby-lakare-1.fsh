Instance: dalby-lakare-1
InstanceOf: SamsparPractitioner
Usage: #example
* id = "vc-dalby-lakare-1"
* identifier[hsaid].system = $hsa-id
* identifier[hsaid].value = "SE2321000255-DEMO-VC-DALBY-LAKARE-1"
* name.use = #official
* name.family = "Exempelsson"
* name.given = "Petra"
* qualification.code.coding[hosp] = $hosp#LK "Läkare"
