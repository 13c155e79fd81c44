ValueSet: SamsparDeviationKindVS
Id: deviation-kind
Title: "Avvikelsens slag"
Description: "All codes of the code system deviation-kind."
* insert Conformance
* include codes from system SamsparDeviationKindCS
