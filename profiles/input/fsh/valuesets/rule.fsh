ValueSet: SamsparRuleVS
Id: rule
Title: "Regler"
Description: "All codes of the code system rule."
* insert Conformance
* include codes from system SamsparRuleCS
