Instance: messages-acknowledged-in-time
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(messages-acknowledged-in-time, [[MessagesAcknowledgedInTime]], [["Meddelanden kvitterade i tid"]], [["The share of the messages that their receivers opened before the deadline of acknowledgement."]], proportion, increase, %)
* insert Population(denominator, [["Task?due=ge[periodStart]&due=le[periodEnd]"]], [["Messages in the unit's inbox whose deadline of acknowledgement lies in the period; neither those delivered by telephone or fax, nor those taken back or ended unopened."]])
* insert Population(numerator, [["Task?due=ge[periodStart]&due=le[periodEnd]"]], [["Of these, those opened by then."]])
* insert StratifiersOfPerson
