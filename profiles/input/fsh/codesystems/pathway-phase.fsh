CodeSystem: SamsparPathwayPhaseCS
Id: pathway-phase
Title: "Fas i vårdförloppet"
Description: "The phases of a care pathway, in the order of the chain."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparPathwayPhaseVS)

* #early-detection "Tidig upptäckt" "Suspicion and early detection."

* #investigation "Utredning" "Investigation and diagnosis."

* #treatment "Behandling" "Treatment."

* #follow-up "Uppföljning" "Follow-up of the treatment."

* #rehabilitation "Rehabilitering" "Rehabilitation."
