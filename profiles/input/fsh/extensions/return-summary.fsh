Extension: SamsparReturnSummaryExtension
Id: return-summary
Title: "Return summary"
Description: "What specialised care has investigated, found and treated."
Context: ServiceRequest
* insert Conformance
* value[x] only markdown
* value[x] 1..1
