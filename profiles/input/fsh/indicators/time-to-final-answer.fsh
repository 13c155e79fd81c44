Instance: time-to-final-answer
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(time-to-final-answer, [[TimeToFinalAnswer]], [["Tid till slutsvar"]], [["The median time from sending to the final answer."]], continuous-variable, decrease, min)
* rateAggregation = "median"
* insert Population(measure-population, [["Communication?category=final&sent=ge[periodStart]&sent=le[periodEnd]"]], [["Requests to the unit that it answered finally in the period."]])
* insert StratifiersOfRequest
