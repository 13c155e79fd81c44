ValueSet: SamsparMessagePartVS
Id: message-part
Title: "Meddelandets del"
Description: "All codes of the code system message-part."
* insert Conformance
* include codes from system SamsparMessagePartCS
