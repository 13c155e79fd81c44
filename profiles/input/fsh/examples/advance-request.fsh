Instance: advance-request
InstanceOf: Parameters
Usage: #example
Title: "PlanDefinition/[id]/$advance"
* insert Value("to", valueCode, [[#approved]])
* insert Value("note", valueString, [["Godkänt av styrgruppen den 20 januari."]])
