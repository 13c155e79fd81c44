Instance: sips
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(sips, [[CoordinatedPlans]], [["Samordnade individuella planer (SIP)"]], [["Coordinated individual plans (SIP) that were made in the period."]], cohort, increase, 1)
* insert Population(initial-population, [["CarePlan?category=coordinated-plan&status:not=entered-in-error"]], [["Coordinated individual plans that the unit made in the period."]])
* insert StratifiersOfPerson
