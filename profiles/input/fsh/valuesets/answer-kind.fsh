ValueSet: SamsparAnswerKindVS
Id: answer-kind
Title: "Svarstyp"
Description: "All codes of the code system answer-kind."
* insert Conformance
* include codes from system SamsparAnswerKindCS
