Instance: requests
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(requests, [[Requests]], [["Remisser per spår och utfall"]], [["Requests sent in the period, by track and by what came of them. A request that became another by conversion or follow-on counts each time."]], cohort, decrease, 1)
* insert Population(initial-population, [["ServiceRequest?authored=ge[periodStart]&authored=le[periodEnd]"]], [["Requests that the unit sent in the period."]])
* insert StratifiersOfRequest
* insert Stratifier(outcome)
