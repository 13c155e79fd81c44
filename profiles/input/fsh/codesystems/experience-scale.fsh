CodeSystem: SamsparExperienceScaleCS
Id: experience-scale
Title: "Instämmer"
Description: "How far a person agrees, from 1 to 5."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparExperienceScaleVS)

* #1 "Inte alls" "Does not agree at all."
* #2 "Lite" "Agrees a little."
* #3 "Delvis" "Agrees in part."
* #4 "Till stor del" "Agrees to a large extent."
* #5 "Helt" "Agrees fully."
