Instance: answered-in-time
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(answered-in-time, [[AnsweredInTime]], [["Slutsvar i tid"]], [["The share of the final answers that came within the time that the track sets for the answer."]], proportion, increase, %)
* insert Population(denominator, [["Communication?category=final&sent=ge[periodStart]&sent=le[periodEnd]"]], [["Requests to the unit that it answered finally in the period and that had a deadline."]])
* insert Population(numerator, [["Communication?category=final&sent=ge[periodStart]&sent=le[periodEnd]"]], [["Of these, those answered by the deadline."]])
* insert StratifiersOfRequest
