ValueSet: SamsparMessagePurposeVS
Id: message-purpose
Title: "Meddelandets syfte"
Description: "All codes of the code system message-purpose."
* insert Conformance
* include codes from system SamsparMessagePurposeCS
