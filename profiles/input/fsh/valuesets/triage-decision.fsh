ValueSet: SamsparTriageDecisionVS
Id: triage-decision
Title: "Remissbedömning"
Description: "All codes of the code system triage-decision."
* insert Conformance
* include codes from system SamsparTriageDecisionCS
