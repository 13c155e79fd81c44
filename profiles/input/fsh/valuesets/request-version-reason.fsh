ValueSet: SamsparRequestVersionReasonVS
Id: request-version-reason
Title: "Versionsorsak"
Description: "All codes of the code system request-version-reason."
* insert Conformance
* include codes from system SamsparRequestVersionReasonCS
