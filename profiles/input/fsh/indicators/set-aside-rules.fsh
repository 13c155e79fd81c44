Instance: set-aside-rules
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(set-aside-rules, [[SetAsideRules]], [["Åsidosatta regler"]], [["How often rules were set aside with a justification."]], cohort, decrease, 1)
* insert Population(initial-population, [["Provenance?set-aside-rule:missing=false&recorded=ge[periodStart]&recorded=le[periodEnd]"]], [["Rules that the unit set aside in the period, once for each resource."]])
* insert Stratifier(rule)
* insert StratifiersOfPerson
