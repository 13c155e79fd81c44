Instance: adverse-event-deviation-summary
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#deviation-summary, [["DeviationSummary"]])
* title = "Deviations summed up"
* description = "How many deviations the caller's unit has reported or been concerned by, without persons and texts: for learning."
* affectsState = false
* resource = #AdverseEvent
* type = true
* instance = false
* insert In(#unit, 0, "1", #string, [["Only those that concern this unit: a reference such as Organization/id or an HSA-id."]])
* insert In(#start, 0, "1", #dateTime, [["Only those reported from this time on."]])
* insert In(#end, 0, "1", #dateTime, [["Only those reported up to this time."]])
* insert OutGroup(#count, 0, "*", [["The deviations of one unit, kind and step."]])
* insert OutPart(#unit, 1, "1", #Reference, [["The unit concerned."]])
* insert OutPart(#kind, 0, "1", #code, [["Their kind; left out for those without one."]])
* insert OutPart(#step, 1, "1", #code, [["The step that went wrong."]])
* insert OutPart(#number, 1, "1", #integer, [["How many there are."]])
* insert OutPart(#answered, 1, "1", #integer, [["How many of them are answered."]])
* insert OutPart(#medianDays, 0, "1", #decimal, [["The median time from report to answer, in days; where any is answered."]])
