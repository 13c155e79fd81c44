Extension: SamsparPatientPartExtension
Id: patient-part
Title: "Patient part"
Description: "The patient's part of a planning: present state, expected state, and what the person needs help with."
Context: CarePlan
* insert Conformance
* extension contains
    presentState 0..1 and
    expectedState 0..1 and
    need 0..*
* extension[presentState].value[x] only markdown
* extension[presentState].value[x] 1..1
* extension[expectedState].value[x] only markdown
* extension[expectedState].value[x] 1..1
* extension[need] ^short = "A need of help"
* extension[need].extension contains
    id 1..1 and
    text 1..1
* extension[need].extension[id] ^short = "By which activities name it"
* extension[need].extension[id].value[x] only string
* extension[need].extension[id].value[x] 1..1
* extension[need].extension[text].value[x] only string
* extension[need].extension[text].value[x] 1..1
