CodeSystem: SamsparIcd10SeCS
Id: icd-10-se
Title: "ICD-10-SE"
Description: "The codes in use here. The full release of the owner can be loaded instead."
* insert FragmentCodeSystem("urn:oid:1.2.752.116.1.1.1", "Socialstyrelsen")

* #G43.9 "Migrän, ospecificerad"
* #G45.9 "Övergående cerebral ischemisk attack, ospecificerad"
* #G56.0 "Karpaltunnelsyndrom"
* #I21.0 "Akut transmural framväggsinfarkt"
* #I21.3 "Akut transmural hjärtinfarkt med icke specificerad lokalisation"
* #I63.9 "Cerebral infarkt, ospecificerad"
* #J06.9 "Akut övre luftvägsinfektion, ospecificerad"
* #M05.9 "Seropositiv reumatoid artrit, ospecificerad"
* #M17.1 "Annan primär gonartros"
* #M17.9 "Gonartros, ospecificerad"
* #M54.5 "Lumbago"
* #M75.1 "Rotatorcuffsyndrom"
* #S72 "Fraktur på lårben"
* #S72.0 "Fraktur på lårbenshals"
* #S72.1 "Pertrokantär fraktur"
