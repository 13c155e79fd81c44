Instance: adverse-event-answer
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#answer, [["AnswerDeviation"]])
* title = "Answer a deviation"
* description = "The unit concerned answers, once; a person answers, so the token names an employee."
* affectsState = true
* resource = #AdverseEvent
* type = false
* instance = true
* insert In(#text, 1, "1", #string, [["What the unit has to say."]])
* insert In(#measure, 0, "*", #string, [["A measure taken or decided."]])
* insert Out(#return, 1, "1", #Bundle, [["The deviation, and its work item, which is completed."]])
* insert Justification
