Extension: SamsparNamedConferenceExtension
Id: named-conference
Title: "Named conference"
Description: "The multidisciplinary conference at which the case is discussed; naming it signs the case up."
Context: ServiceRequest
* insert Conformance
* value[x] only Reference(SamsparConference)
* value[x] 1..1
