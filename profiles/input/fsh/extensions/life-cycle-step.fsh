Extension: SamsparLifeCycleStepExtension
Id: life-cycle-step
Title: "Life cycle step"
Description: "A pathway came into a state: when and by whom. Written by the server, oldest first, and never changed."
Context: PlanDefinition
* insert Conformance
* extension contains
    state 1..1 and
    when 1..1 and
    client 1..1 and
    who 0..1 and
    note 0..1
* extension[state].value[x] only code
* extension[state].value[x] 1..1
* extension[state].value[x] from SamsparPathwayStateVS (required)
* extension[when].value[x] only instant
* extension[when].value[x] 1..1
* extension[client] ^short = "The system that it came by"
* extension[client].value[x] only string
* extension[client].value[x] 1..1
* extension[who] ^short = "The employee, by HSA-id, where one was signed in"
* extension[who].value[x] only Identifier
* extension[who].value[x] 1..1
* extension[note].value[x] only string
* extension[note].value[x] 1..1
