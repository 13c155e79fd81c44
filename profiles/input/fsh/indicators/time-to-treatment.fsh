Instance: time-to-treatment
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(time-to-treatment, [[TimeToTreatment]], [["Tid till behandling"]], [["The median time from the well-founded suspicion, or else from the start of the pathway, to the start of the phase treatment."]], continuous-variable, decrease, d)
* rateAggregation = "median"
* insert Population(measure-population, [["CarePlan?category=pathway-plan&status:not=entered-in-error"]], [["Started pathways of the unit whose phase treatment began in the period; not those in which the patient came in at the treatment and no suspicion is known."]])
* insert Stratifier(pathway)
* insert StratifiersOfPerson
