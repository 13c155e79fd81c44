CodeSystem: SamsparPrincipalTypeCS
Id: principal-type
Title: "Typ av huvudman"
Description: "Who runs a care provider."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparPrincipalTypeVS)

* #region "Region" "A region."

* #municipality "Kommun" "A municipality."

* #state "Stat" "The state."

* #private "Privat" "A private care provider."
