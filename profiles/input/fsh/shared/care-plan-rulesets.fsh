// What every sort of CarePlan here has in common: its type, its patient, and no content that is looked at nowhere.
RuleSet: CarePlanOfType(type)
* implicitRules 0..0
* modifierExtension 0..0
* intent = #plan
* category 1..1
* category = {type}
* subject 1..1
* subject only Reference(SamsparPatient)
* created ^short = "Set by the server"

// The patient's part and the responsibility part, of a planning and of a coordinated individual plan.
RuleSet: PlannedTogether
* partOf 1..1
* partOf only Reference(SamsparOutpatientCase)
* partOf ^short = "The case"
* careTeam 0..0
* author 1..1
* author only Reference(SamsparCareUnit or SamsparOtherParty)
* author ^short = "The unit that wrote this version; set by the server"
* activity.reference 0..0
* activity.detail 1..1
* activity.detail.description 1..1
* activity.detail.description ^short = "How the unit meets the need"
* activity.detail.performer 1..*
* activity.detail.performer only Reference(SamsparCareUnit or SamsparOtherParty or SamsparPatient or RelatedPerson)
* activity.detail.performer ^short = "The unit that answers for it"
* activity.detail.extension contains SamsparMeetsNeedExtension named meetsNeed 0..*
* extension contains
    SamsparPatientPartExtension named patientPart 0..1 and
    SamsparUnresolvedNeedExtension named unresolvedNeed 0..*
* obeys needs-named-once and activity-meets-known-need
