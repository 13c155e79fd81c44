Instance: time-to-triage
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(time-to-triage, [[TimeToTriage]], [["Tid till bedömning"]], [["The median time from sending to the receiver's first decision: accept, ask for more, forward, decline or abort."]], continuous-variable, decrease, min)
* rateAggregation = "median"
* insert Population(measure-population, [["Task?status:not=requested,received"]], [["Requests to the unit on which the first decision was made in the period."]])
* insert StratifiersOfRequest
