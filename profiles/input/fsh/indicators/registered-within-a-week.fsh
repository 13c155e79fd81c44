Instance: registered-within-a-week
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(registered-within-a-week, [[RegisteredWithinAWeek]], [["Registreringar klara inom en vecka"]], [["The share of the consultations of which both units had finished their registrations within seven days of the end of the visit."]], proportion, increase, %)
* insert Population(denominator, [["Encounter?class=AMB&_has:Encounter:part-of:class=VR"]], [["Visits at the unit in which a specialist had a contact, and whose end is seven days past in the period."]])
* insert Population(numerator, [["Encounter?class=AMB&status=finished&_has:Encounter:part-of:class=VR"]], [["Of these, those that were finished by then, as were all contacts in them."]])
* insert StratifiersOfPerson
