Extension: SamsparRuleJustificationExtension
Id: rule-justification
Title: "Rule justification"
Description: "A rule of severity justify that the writer sets aside. The server moves it into a Provenance."
Context: DomainResource
* insert Conformance
* extension contains
    rule 1..1 and
    reason 1..1 and
    agreedWith 0..1
* extension[rule] ^short = "The code of the rule"
* extension[rule].value[x] only code
* extension[rule].value[x] 1..1
* extension[rule].value[x] from SamsparRuleVS (required)
* extension[reason] ^short = "Why the rule is set aside"
* extension[reason].value[x] only string
* extension[reason].value[x] 1..1
* extension[agreedWith] ^short = "With whom it was agreed"
* extension[agreedWith].value[x] only string
* extension[agreedWith].value[x] 1..1
