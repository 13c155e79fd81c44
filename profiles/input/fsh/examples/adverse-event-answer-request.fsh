Instance: adverse-event-answer-request
InstanceOf: Parameters
Usage: #example
Title: "AdverseEvent/[id]/$answer"
* insert Value("text", valueString, [["Svaret hade inte kommit när begäran skickades."]])
* insert Value("measure", valueString, [["Begäran skickas först när svaret finns."]])
