Instance: ended-in-primary-care
InstanceOf: SamsparIndicator
Usage: #definition
* insert IndicatorHead(ended-in-primary-care, [[EndedInPrimaryCare]], [["Konsultationer som slutar i primärvården"]], [["The share of the final answers to units of primary care after which the patient stays in primary care or needs no more, and no further referral follows."]], proportion, increase, %)
* insert Population(denominator, [["Communication?category=final&sent=ge[periodStart]&sent=le[periodEnd]"]], [["Requests of the unit in primary care that were answered finally in the period, with an outcome."]])
* insert Population(numerator, [["Communication?category=final&sent=ge[periodStart]&sent=le[periodEnd]"]], [["Of these, those with the outcome continue-in-primary-care, back-to-primary-care or no-further-need from which no other request follows."]])
* insert StratifiersOfRequest
