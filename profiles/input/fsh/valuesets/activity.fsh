ValueSet: SamsparActivityVS
Id: activity
Title: "Activity"
Description: "Activities in KVÅ."
* insert Conformance
* include codes from system $kva
