Instance: plan-definition-comment
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#comment, [["CommentOnPathway"]])
* title = "Comment on a pathway"
* description = "A unit of a consulted body comments during the consultation."
* affectsState = true
* resource = #PlanDefinition
* type = false
* instance = true
* insert In(#text, 1, "1", #string, [["The comment."]])
* insert Out(#return, 1, "1", #PlanDefinition, [["The pathway."]])
* insert Justification
