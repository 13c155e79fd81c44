Instance: experience-security
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(experience-security, [[ExperienceOfSecurity]], [["Upplevd trygghet"]], [["The share of the people who felt secure, of those who answered after a case or a consultation."]], proportion, increase, %)
* insert Population(denominator, [["QuestionnaireResponse?status=completed"]], [["Answers about what the unit took part in, of the quarters that ended in the period."]])
* insert Population(numerator, [["QuestionnaireResponse?status=completed"]], [["Of these, those of people who agree to a large extent or fully (4 or 5) with all of contact and handover."]])
