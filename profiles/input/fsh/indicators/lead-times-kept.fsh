Instance: lead-times-kept
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(lead-times-kept, [[LeadTimesKept]], [["Ledtider som hölls"]], [["The share of the started pathways whose treatment began within the lead time that the pathway gives it."]], proportion, increase, %)
* insert Population(denominator, [["CarePlan?category=pathway-plan&status:not=entered-in-error"]], [["Started pathways of the unit whose lead time to treatment ended in the period; not those that were left, or went on past the treatment, before it did."]])
* insert Population(numerator, [["CarePlan?category=pathway-plan&status:not=entered-in-error"]], [["Of these, those whose phase treatment had begun by then."]])
* insert Stratifier(pathway)
* insert StratifiersOfPerson
