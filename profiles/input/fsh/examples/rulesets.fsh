// Parameters of operation examples.

RuleSet: Value(name, element, value)
* parameter[+].name = {name}
* parameter[=].{element} = {value}

RuleSet: JustificationExample(rule, reason, agreedWith)
* parameter[+].name = "justification"
* parameter[=].part[+].name = "rule"
* parameter[=].part[=].valueCode = {rule}
* parameter[=].part[+].name = "reason"
* parameter[=].part[=].valueString = {reason}
* parameter[=].part[+].name = "agreedWith"
* parameter[=].part[=].valueString = {agreedWith}
