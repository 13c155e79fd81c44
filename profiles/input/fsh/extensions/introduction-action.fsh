Extension: SamsparIntroductionActionExtension
Id: introduction-action
Title: "Introduction action"
Description: "What has to be done for the region to have introduced the pathway, by whom and when. Written by the server in PlanDefinition/$introduce and $complete-action."
Context: PlanDefinition
* insert Conformance
* extension contains
    id 1..1 and
    description 1..1 and
    responsible 1..1 and
    due 1..1 and
    done 0..1
* extension[id] ^short = "By which $complete-action names it"
* extension[id].value[x] only string
* extension[id].value[x] 1..1
* extension[description].value[x] only string
* extension[description].value[x] 1..1
* extension[responsible].value[x] only Reference(SamsparCareProvider or SamsparCareUnit or SamsparOtherParty)
* extension[responsible].value[x] 1..1
* extension[due].value[x] only date
* extension[due].value[x] 1..1
* extension[done].value[x] only date
* extension[done].value[x] 1..1
