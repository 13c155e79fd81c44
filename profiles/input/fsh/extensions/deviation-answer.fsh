Extension: SamsparDeviationAnswerExtension
Id: deviation-answer
Title: "Deviation answer"
Description: "What the concerned unit answers. Written by the server in AdverseEvent/$answer."
Context: AdverseEvent
* insert Conformance
* extension contains
    text 1..1 and
    measure 0..* and
    who 1..1 and
    when 1..1
* extension[text].value[x] only string
* extension[text].value[x] 1..1
* extension[measure] ^short = "A measure taken or decided"
* extension[measure].value[x] only string
* extension[measure].value[x] 1..1
* extension[who] ^short = "The employee, by HSA-id"
* extension[who].value[x] only Identifier
* extension[who].value[x] 1..1
* extension[when].value[x] only instant
* extension[when].value[x] 1..1
