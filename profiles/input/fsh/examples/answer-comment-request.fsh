Instance: answer-comment-request
InstanceOf: Parameters
Usage: #example
Title: "PlanDefinition/[id]/$answer-comment"
* insert Value("comment", valueString, [["1"]])
* insert Value("text", valueString, [["Tiden för bedömning på vårdcentralen har lagts till."]])
