CodeSystem: SamsparHospCS
Id: hosp
Title: "HOSP legitimationsyrke"
Description: "Licensed occupations: the codes in use here. The full release of the owner can be loaded instead."
* insert FragmentCodeSystem("urn:oid:1.2.752.116.3.1.3", "Socialstyrelsen")

* #BM "Barnmorska"
* #FT "Fysioterapeut"
* #LK "Läkare"
* #SJ "Sjuksköterska"
