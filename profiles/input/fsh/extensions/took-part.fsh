Extension: SamsparTookPartExtension
Id: took-part
Title: "Took part"
Description: "A unit that took part in the case or consultation that the answers are about. Set by the server."
Context: QuestionnaireResponse
* insert Conformance
* value[x] only Reference(SamsparCareUnit or SamsparOtherParty)
* value[x] 1..1
