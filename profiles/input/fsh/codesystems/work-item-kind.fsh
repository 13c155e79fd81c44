CodeSystem: SamsparWorkItemKindCS
Id: work-item-kind
Title: "Ärende i inkorgen"
Description: "Work items that are about neither a request on a track nor a message."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparWorkItemKindVS)

* #deviation "Avvikelse" "A deviation for the unit concerned to answer."
* #value-outside-limits "Mätvärde utanför gränserna" "A value that a started pathway asks for is outside the limits that the plan sets for the patient."
