CodeSystem: SamsparIcd10SeCS
Id: icd-10-se
Title: "ICD-10-SE"
Description: "The codes in use here. The full release of the owner can be loaded instead."
* insert FragmentCodeSystem("urn:oid:1.2.752.116.1.1.1", "Socialstyrelsen")

* #G43.9 "Migrän, ospecificerad"
* #G56.0 "Karpaltunnelsyndrom"
* #J06.9 "Akut övre luftvägsinfektion, ospecificerad"
* #M05.9 "Seropositiv reumatoid artrit, ospecificerad"
* #M17.1 "Annan primär gonartros"
* #M17.9 "Gonartros, ospecificerad"
* #M54.5 "Lumbago"
* #M75.1 "Rotatorcuffsyndrom"
