Extension: SamsparConsultationCommentExtension
Id: consultation-comment
Title: "Consultation comment"
Description: "What a consulted body says, and the answer of the working group. Written by the server in PlanDefinition/$comment and $answer-comment."
Context: PlanDefinition
* insert Conformance
* extension contains
    id 1..1 and
    body 1..1 and
    unit 1..1 and
    text 1..1 and
    when 1..1 and
    answer 0..1 and
    answered 0..1
* extension[id] ^short = "By which $answer-comment names it"
* extension[id].value[x] only string
* extension[id].value[x] 1..1
* extension[body] ^short = "The consulted body"
* extension[body].value[x] only Reference(SamsparCareProvider or SamsparCareUnit or SamsparOtherParty)
* extension[body].value[x] 1..1
* extension[unit] ^short = "The unit that commented for it"
* extension[unit].value[x] only Reference(SamsparCareUnit or SamsparOtherParty)
* extension[unit].value[x] 1..1
* extension[text].value[x] only string
* extension[text].value[x] 1..1
* extension[when].value[x] only instant
* extension[when].value[x] 1..1
* extension[answer].value[x] only string
* extension[answer].value[x] 1..1
* extension[answered].value[x] only instant
* extension[answered].value[x] 1..1
