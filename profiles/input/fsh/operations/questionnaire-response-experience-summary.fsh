Instance: questionnaire-response-experience-summary
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#experience-summary, [["ExperienceSummary"]])
* title = "Experiences summed up"
* description = "How people experienced the cases and consultations that the caller's unit took part in, so that nobody is recognised: over whole calendar quarters that have ended, with enough answers each, without free text and dates."
* affectsState = false
* resource = #QuestionnaireResponse
* type = true
* instance = false
* insert In(#unit, 0, "1", #string, [["The unit: a reference such as Organization/id or an HSA-id. The caller's own when left out; another unit's is refused."]])
* insert In(#start, 0, "1", #dateTime, [["From the calendar quarter of this time on."]])
* insert In(#end, 0, "1", #dateTime, [["Up to and with the calendar quarter of this time, or the last that has ended."]])
* insert OutGroup(#item, 0, "*", [["A question; none where there are too few answers."]])
* insert OutPart(#linkId, 1, "1", #string, [["Its linkId in the questionnaire."]])
* insert OutPart(#answers, 1, "1", #integer, [["How many people answered it."]])
* insert OutPart(#mean, 1, "1", #decimal, [["The mean, from 1 to 5."]])
* parameter[=].part[+].name = #distribution
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "*"
* parameter[=].part[=].documentation = "How many gave one answer; left out where they are too few."
* parameter[=].part[=].part[+].name = #value
* parameter[=].part[=].part[=].use = #out
* parameter[=].part[=].part[=].min = 1
* parameter[=].part[=].part[=].max = "1"
* parameter[=].part[=].part[=].type = #code
* parameter[=].part[=].part[=].documentation = "The answer, from 1 to 5."
* parameter[=].part[=].part[+].name = #number
* parameter[=].part[=].part[=].use = #out
* parameter[=].part[=].part[=].min = 1
* parameter[=].part[=].part[=].max = "1"
* parameter[=].part[=].part[=].type = #integer
* parameter[=].part[=].part[=].documentation = "How many."
