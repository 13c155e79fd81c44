Instance: comment-request
InstanceOf: Parameters
Usage: #example
Title: "PlanDefinition/[id]/$comment"
* insert Value("text", valueString, [["Ange hur snart vårdcentralen ska ha gjort F-Hb."]])
