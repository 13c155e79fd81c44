Instance: experience-of-collaboration
InstanceOf: Questionnaire
Usage: #definition
* name = "ExperienceOfCollaboration"
* title = "Din upplevelse av samverkan"
* description = "How a person experienced participation (delaktighet: decided, informed, listened) and security (trygghet: contact, handover) when several units worked together."
* status = #active
* experimental = false
* date = "2025-01-01"
* publisher = "Samspår"
* language = #sv
* subjectType = #Patient
* insert AgreementItem([["decided"]], [["Jag fick vara med och bestämma det som rörde mig."]])
* insert AgreementItem([["informed"]], [["Jag fick veta det jag behövde för att kunna vara delaktig."]])
* insert AgreementItem([["listened"]], [["De som hjälpte mig lyssnade på vad som är viktigt för mig."]])
* insert AgreementItem([["contact"]], [["Jag visste vem jag skulle vända mig till."]])
* insert AgreementItem([["handover"]], [["Jag kände mig trygg när en enhet tog över efter en annan."]])
* item[+].linkId = "comment"
* item[=].text = "Något mer som du vill berätta?"
* item[=].type = #text
* item[=].maxLength = 2000

RuleSet: AgreementItem(linkId, text)
* item[+].linkId = {linkId}
* item[=].text = {text}
* item[=].type = #choice
* item[=].required = true
* item[=].answerOption[+].valueCoding = SamsparExperienceScaleCS#1 "Inte alls"
* item[=].answerOption[+].valueCoding = SamsparExperienceScaleCS#2 "Lite"
* item[=].answerOption[+].valueCoding = SamsparExperienceScaleCS#3 "Delvis"
* item[=].answerOption[+].valueCoding = SamsparExperienceScaleCS#4 "Till stor del"
* item[=].answerOption[+].valueCoding = SamsparExperienceScaleCS#5 "Helt"
