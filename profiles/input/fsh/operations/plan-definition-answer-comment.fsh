Instance: plan-definition-answer-comment
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#answer-comment, [["AnswerComment"]])
* title = "Answer a comment"
* description = "The working group answers a comment, once, during consultation or revision; scope samspar/pathway-author or samspar/admin."
* affectsState = true
* resource = #PlanDefinition
* type = false
* instance = true
* insert In(#comment, 1, "1", #string, [["The id of the comment (consultation-comment)."]])
* insert In(#text, 1, "1", #string, [["The answer."]])
* insert Out(#return, 1, "1", #PlanDefinition, [["The pathway."]])
* insert Justification
