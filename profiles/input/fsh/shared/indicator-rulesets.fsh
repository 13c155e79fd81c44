// What an indicator says; one line a fact.

RuleSet: IndicatorHead(code, name, title, description, scoring, notation, unit)
* name = "{name}"
* title = {title}
* description = {description}
* status = #active
* experimental = false
* date = "2025-01-01"
* publisher = "Samspår"
* language = #sv
* topic = SamsparIndicatorCS#{code}
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#{scoring}
* improvementNotation = http://terminology.hl7.org/CodeSystem/measure-improvement-notation#{notation}
* extension[unit].valueCoding = http://unitsofmeasure.org#{unit}
* insert Stratifier(unit)

// The query finds what comes into question; the description says what of it counts.
RuleSet: Population(code, query, criteria)
* group.population[+].code = http://terminology.hl7.org/CodeSystem/measure-population#{code}
* group.population[=].criteria.language = #application/x-fhir-query
* group.population[=].criteria.expression = {query}
* group.population[=].criteria.description = {criteria}

RuleSet: Stratifier(code)
* group.stratifier[+].code = SamsparIndicatorStratifierCS#{code}

RuleSet: StratifiersOfRequest
* insert Stratifier(track)
* insert Stratifier(specialty)
* insert StratifiersOfPerson

RuleSet: StratifiersOfPerson
* insert Stratifier(age-group)
* insert Stratifier(sex)
* insert Stratifier(municipality)
