Instance: communication-available-actions
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#available-actions, [["AvailableActions"]])
* title = "Available actions"
* description = "What the caller may do with the message now, and what stands in the way of the rest."
* affectsState = false
* resource = #Communication
* type = false
* instance = true
* insert OutGroup(#action, 0, "*", [["A step of the message."]])
* insert OutPart(#code, 1, "1", #code, [["The name of the operation."]])
* insert OutPart(#allowed, 1, "1", #boolean, [["Whether the caller may take the step now."]])
* parameter[=].part[+].name = #blockedBy
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "*"
* parameter[=].part[=].documentation = "What stands in the way."
* parameter[=].part[=].part[+].name = #rule
* parameter[=].part[=].part[=].use = #out
* parameter[=].part[=].part[=].min = 1
* parameter[=].part[=].part[=].max = "1"
* parameter[=].part[=].part[=].type = #code
* parameter[=].part[=].part[=].documentation = "The code of the rule."
* parameter[=].part[=].part[+].name = #text
* parameter[=].part[=].part[=].use = #out
* parameter[=].part[=].part[=].min = 0
* parameter[=].part[=].part[=].max = "1"
* parameter[=].part[=].part[=].type = #string
* parameter[=].part[=].part[=].documentation = "What to do about it."
