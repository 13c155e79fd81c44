Extension: SamsparCareLevelExtension
Id: care-level
Title: "Care level (vårdnivå)"
Description: "Where in the care chain the unit stands."
Context: Organization
* insert Conformance
* value[x] only Coding
* value[x] 1..1
* value[x] from SamsparCareLevelVS (required)
