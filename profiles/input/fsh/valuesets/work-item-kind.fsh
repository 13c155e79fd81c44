ValueSet: SamsparWorkItemKindVS
Id: work-item-kind
Title: "Ärende i inkorgen"
Description: "All codes of the code system work-item-kind."
* insert Conformance
* include codes from system SamsparWorkItemKindCS
