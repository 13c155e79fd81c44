Instance: closed-cases
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(closed-cases, [[ClosedCases]], [["Avslutade ärenden"]], [["Cases of the outpatient process that ended in the period, by reason."]], cohort, increase, 1)
* insert Population(initial-population, [["CarePlan?category=outpatient-case&status=completed"]], [["Cases that the unit initiated and that ended in the period."]])
* insert Stratifier(reason)
* insert StratifiersOfPerson
