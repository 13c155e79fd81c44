Instance: measure-evaluate-measure
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#evaluate-measure, [["EvaluateMeasure"]])
* title = "Evaluate an indicator"
* description = "The figures of an indicator, of the caller's unit for any days or of the region as a whole for a calendar month, tertial or year that has ended; so also of any unit and care provider for an administrator, months of these once their tertial has ended. Counts of a few people (samspar.followup.fewest), and what would tell of them, are left out with data-absent-reason masked."
* affectsState = false
* resource = #Measure
* type = false
* instance = true
* insert In(#periodStart, 1, "1", #date, [["The first day of the period, in Sweden: any for the own unit, otherwise of a month, a tertial (January, May, September) or a year."]])
* insert In(#periodEnd, 1, "1", #date, [["The last day of the same period."]])
* insert In(#reporter, 0, "1", #string, [["Whose figures: a reference such as Organization/id or an HSA-id of a unit or care provider; the region as a whole when left out."]])
* insert In(#reportType, 0, "1", #code, [["population (default), or subject-list: with the list of what was counted, of the caller's own unit only and as far as it sees it."]])
* insert Out(#return, 1, "1", #MeasureReport, [["The report, which is not stored."]])
