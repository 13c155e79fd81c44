Instance: measure-report-follow-up-report
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#follow-up-report, [["FollowUpReport"]])
* title = "The reports of a period as one file"
* description = "The stored reports of all indicators for a month, tertial or year as CSV, or as one HTML file with charts that prints well: of the caller's unit or of the region as a whole; of any unit and care provider for an administrator. The answer is the file itself, or a Binary where a FHIR format is asked for by name."
* affectsState = false
* resource = #MeasureReport
* type = true
* instance = false
* insert In(#period, 1, "1", #string, [["A month, such as 2026-10, a tertial, such as 2026-T2, or a year, such as 2026."]])
* insert In(#reporter, 0, "1", #string, [["Whose figures: a reference such as Organization/id or an HSA-id of a unit or care provider; the region as a whole when left out."]])
* insert In(#format, 0, "1", #code, [["csv or html (default)."]])
* insert Out(#return, 1, "1", #Binary, [["The file."]])
