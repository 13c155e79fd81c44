Instance: tolvan-tolvansson
InstanceOf: SamsparPatient
Usage: #example
* identifier[personnummer].system = $personnummer
* identifier[personnummer].value = "191212121212"
* name.use = #official
* name.family = "Tolvansson"
* name.given = "Tolvan"
* gender = #male
* birthDate = "1912-12-12"
* extension[municipality].valueCoding = $kommun#1281 "Lund"
