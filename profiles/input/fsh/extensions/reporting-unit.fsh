Extension: SamsparReportingUnitExtension
Id: reporting-unit
Title: "Reporting unit"
Description: "The unit that reports a deviation. Set by the server."
Context: AdverseEvent
* insert Conformance
* value[x] only Reference(SamsparCareUnit or SamsparOtherParty)
* value[x] 1..1
