Instance: plan-request
InstanceOf: Parameters
Usage: #example
Title: "CarePlan/[id]/$plan"
* parameter[+].name = "planning"
* parameter[=].resource = PlannedTogetherByOperation

Instance: PlannedTogetherByOperation
InstanceOf: CarePlan
Usage: #inline
* status = #active
* intent = #plan
* subject.identifier.system = $personnummer
* subject.identifier.value = "191212121212"
* extension[+].url = Canonical(SamsparPatientPartExtension)
* extension[=].extension[+].url = "presentState"
* extension[=].extension[=].valueMarkdown = "Går med rollator, har fallit två gånger i januari."
* extension[=].extension[+].url = "expectedState"
* extension[=].extension[=].valueMarkdown = "Klarar sig hemma utan fall."
* extension[=].extension[+].url = "need"
* extension[=].extension[=].extension[+].url = "id"
* extension[=].extension[=].extension[=].valueString = "forflyttning"
* extension[=].extension[=].extension[+].url = "text"
* extension[=].extension[=].extension[=].valueString = "Säker förflyttning"
* activity[+].detail.status = #in-progress
* activity[=].detail.description = "Hjälp vid förflyttning morgon och kväll"
* activity[=].detail.performer.reference = "Organization/kommun-lund-hemtjanst"
* activity[=].detail.extension[+].url = Canonical(SamsparMeetsNeedExtension)
* activity[=].detail.extension[=].valueString = "forflyttning"
