Instance: dalby-lakare-1
InstanceOf: SamsparPractitioner
Usage: #example
* identifier[hsaid].system = $hsa-id
* identifier[hsaid].value = "SE2321000255-DEMO-DALBY-LAKARE-1"
* name.use = #official
* name.family = "Exempelsson"
* name.given = "Dagny"
* qualification.code.coding[hosp] = $hosp#LK "Läkare"
