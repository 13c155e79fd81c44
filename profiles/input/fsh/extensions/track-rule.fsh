Extension: SamsparTrackRuleExtension
Id: track-rule
Title: "Track rule"
Description: "A rule about content or participants that holds on this track."
Context: ActivityDefinition
* insert Conformance
* value[x] only code
* value[x] 1..1
* value[x] from SamsparRuleVS (required)
