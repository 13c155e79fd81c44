Instance: deviations
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(deviations, [[Deviations]], [["Avvikelser per steg"]], [["Deviations that were reported in the period, by the step of the collaboration that went wrong."]], cohort, decrease, 1)
* insert Population(initial-population, [["AdverseEvent?reported=ge[periodStart]&reported=le[periodEnd]"]], [["Deviations that concern the unit and that were reported in the period."]])
* insert Stratifier(step)
* insert StratifiersOfPerson
