Instance: same-professional
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(same-professional, [[SameProfessional]], [["Kontakter med samma person"]], [["The share of the contacts in which somebody took part who also did in the patient's contact of the same sort with the unit before, within a year."]], proportion, increase, %)
* insert Population(denominator, [["Encounter?status=finished&date=ge[periodStart]&date=le[periodEnd]"]], [["Finished contacts with the unit that began in the period, of patients who had another contact of the same class with the unit in the year before."]])
* insert Population(numerator, [["Encounter?status=finished&date=ge[periodStart]&date=le[periodEnd]"]], [["Of these, those with a participant of the last one before."]])
* insert StratifiersOfPerson
