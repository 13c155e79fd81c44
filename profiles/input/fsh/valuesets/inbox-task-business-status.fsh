ValueSet: SamsparInboxTaskBusinessStatusVS
Id: inbox-task-business-status
Title: "Inbox task business status"
Description: "The triage decision, or that information is awaited."
* insert Conformance
* include codes from system SamsparTriageDecisionCS
* include codes from system SamsparTaskBusinessStatusCS
