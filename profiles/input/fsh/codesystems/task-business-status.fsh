CodeSystem: SamsparTaskBusinessStatusCS
Id: task-business-status
Title: "Ärendestatus"
Description: "Where a work item stands besides its triage decision."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparTaskBusinessStatusVS)

* #awaiting-information "Inväntar komplettering" "The requester has been asked for more."
* #converted "Omvandlad" "A request on another track has replaced the request."
* #delivered-manually "Levererad manuellt" "The receiver has no access: the sender has delivered it otherwise, and documents what is answered."
