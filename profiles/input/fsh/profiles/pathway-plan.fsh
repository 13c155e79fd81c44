Profile: SamsparPathwayPlan
Parent: CarePlan
Id: pathway-plan
Title: "Started pathway (påbörjat vårdförlopp)"
Description: "A patient's way through a care pathway that the region has introduced: where it began, which phase goes on, what is to be done in each and by when. Operations write it; the responsible unit fills in how its activities go."
* insert Conformance
* insert CarePlanOfType(SamsparCarePlanTypeCS#pathway-plan)
* instantiatesCanonical 1..1
* instantiatesCanonical ^short = "The region's pathway, as url|version"
* instantiatesUri 0..0
* basedOn 0..0
* replaces 0..0
* partOf 0..0
* encounter 0..0
* contributor 0..0
* careTeam 0..0
* goal 0..0
* period 1..1
* period.start 1..1
* period ^short = "From the beginning of the first phase; set by the server"
* author 1..1
* author only Reference(SamsparCareUnit)
* author ^short = "The responsible unit"
* supportingInfo 0..1
* supportingInfo only Reference(SamsparConsultationRequest or SamsparOutpatientCase)
* supportingInfo ^short = "The request or the case that it came from; for those who see that"
* activity 1..*
* activity.reference 0..0
* activity.detail 1..1
* activity.detail.code 1..1
* activity.detail.code from SamsparPathwayPhaseVS (required)
* activity.detail.code ^short = "The phase"
* activity.detail.description 1..1
* activity.detail.performer 1..*
* activity.detail.performer only Reference(SamsparCareUnit)
* activity.detail.performer ^short = "The unit that answers for it"
* activity.detail.extension contains SamsparMonitoringExtension named monitoring 0..*
* activity.detail.scheduled[x] only Period
* activity.detail.scheduled[x] ^short = "When it is expected; set by the server"
* extension contains
    SamsparEntryPhaseExtension named entryPhase 1..1 and
    SamsparPhaseTimeExtension named phaseTime 1..* and
    SamsparLeaveReasonExtension named leaveReason 0..1
* obeys reason-given and pathway-goes-on-or-ended and one-phase-goes-on

Invariant: pathway-goes-on-or-ended
Description: "A started pathway goes on (active), has been gone through (completed), has been left (revoked) or was started by mistake (entered-in-error); the last two have a reason in the extension leave-reason."
Severity: #error
Expression: "(status = 'active' or status = 'completed' or status = 'revoked' or status = 'entered-in-error') and (extension.where(url.endsWith('/StructureDefinition/leave-reason')).exists() implies (status = 'revoked' or status = 'entered-in-error'))"

Invariant: one-phase-goes-on
Description: "While the pathway goes on, one phase of it does; afterwards none."
Severity: #error
Expression: "extension.where(url.endsWith('/StructureDefinition/phase-time') and extension.where(url = 'ended').empty()).count() = iif(status = 'active', 1, 0)"
