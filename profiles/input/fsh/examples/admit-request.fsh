Instance: admit-request
InstanceOf: Parameters
Usage: #example
Title: "CarePlan/[id]/$admit"
* insert Value("reason", valueString, [["Höftfraktur."]])
* insert Value("text", valueString, [["Inskriven på ortopeden i Lund, avdelning 3."]])
