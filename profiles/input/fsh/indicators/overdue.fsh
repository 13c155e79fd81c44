Instance: overdue
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(overdue, [[Overdue]], [["Förfallna remisser"]], [["The share of the requests whose deadline passed before the step that was due was taken: decision, or answer."]], proportion, decrease, %)
* insert Population(denominator, [["Task?due=ge[periodStart]&due=le[periodEnd]"]], [["Requests to the unit whose latest deadline lies in the period."]])
* insert Population(numerator, [["Task?due=ge[periodStart]&due=le[periodEnd]"]], [["Of these, those that had not been decided on, answered or ended in another way by then."]])
* insert StratifiersOfRequest
