Extension: SamsparTrackConversionExtension
Id: track-conversion
Title: "Track conversion"
Description: "A track to which either unit may convert a request."
Context: ActivityDefinition
* insert Conformance
* value[x] only code
* value[x] 1..1
* value[x] from SamsparTrackVS (required)
