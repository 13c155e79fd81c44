Instance: same-unit
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(same-unit, [[SameUnit]], [["Kontakter med samma enhet"]], [["The share of the contacts that were with the same unit as the patient's contact of the same sort before, within a year."]], proportion, increase, %)
* insert Population(denominator, [["Encounter?status=finished&date=ge[periodStart]&date=le[periodEnd]"]], [["Finished contacts with the unit that began in the period, of patients who had another contact of the same class with any unit in the year before."]])
* insert Population(numerator, [["Encounter?status=finished&date=ge[periodStart]&date=le[periodEnd]"]], [["Of these, those of patients whose last contact before was with the unit too."]])
