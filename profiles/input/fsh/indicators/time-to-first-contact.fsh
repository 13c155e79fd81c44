Instance: time-to-first-contact
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(time-to-first-contact, [[TimeToFirstContact]], [["Tid till första kontakt"]], [["The median time from sending to the first meeting that is booked or has been held."]], continuous-variable, decrease, min)
* rateAggregation = "median"
* insert Population(measure-population, [["Appointment?status=booked,arrived,fulfilled&date=ge[periodStart]&date=le[periodEnd]"]], [["Requests to the unit whose first meeting began in the period."]])
* insert StratifiersOfRequest
