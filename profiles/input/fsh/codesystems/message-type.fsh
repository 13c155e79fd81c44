CodeSystem: SamsparMessageTypeCS
Id: message-type
Title: "Meddelandetyp"
Description: "The messages of an outpatient case."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparMessageTypeVS)

* #vardbegaran "Vårdbegäran" "From a unit further out in the care chain to one further in."

* #mvo "Meddelande till vård och omsorg" "From a unit further in to one further out."

* #administrativt "Administrativt meddelande" "Practical matters only, in every direction."

* #planering "Planering" "The shared planning: the patient part and the responsibility part."

* #inskrivning "Inskrivningsmeddelande" "The person has been admitted: the outpatient case becomes an inpatient one."
