ValueSet: SamsparTrackVS
Id: track
Title: "Samverkansspår"
Description: "All codes of the code system track."
* insert Conformance
* include codes from system SamsparTrackCS
