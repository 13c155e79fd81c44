Profile: SamsparOutpatientCase
Parent: CarePlan
Id: outpatient-case
Title: "Outpatient case (öppenvårdsärende)"
Description: "A person's case in the outpatient process: who began it and answers for the planning as a whole, who takes part, what the need and the goals are."
* insert Conformance
* insert CarePlanOfType(SamsparCarePlanTypeCS#outpatient-case)
* author 1..1
* author only Reference(SamsparCareUnit)
* author ^short = "The initiating unit, which has the overall responsibility"
* contributor only Reference(SamsparCareUnit or SamsparOtherParty)
* contributor ^short = "The other parties"
* contributor.extension contains SamsparWishedByPatientExtension named wishedByPatient 0..1
* description ^short = "The need"
* goal only Reference(Goal)
* goal ^short = "The person's goals, contained"
* partOf 0..0
* careTeam 0..1
* careTeam only Reference(SamsparCaseTeam)
* supportingInfo ^short = "The consents of the case, and what it builds on"
* period ^short = "From the opening to the close; set by the server"
* extension contains SamsparCloseReasonExtension named closeReason 0..1
* obeys case-open-or-ended and case-closed-with-reason and case-contains-goals

Invariant: case-open-or-ended
Description: "A case is open (active), has ended (completed) or was opened by mistake (entered-in-error)."
Severity: #error
Expression: "status = 'active' or status = 'completed' or status = 'entered-in-error'"

Invariant: case-closed-with-reason
Description: "A case that has ended says why, in the extension close-reason; one that goes on has none."
Severity: #error
Expression: "(status = 'completed') = extension.where(url.endsWith('/StructureDefinition/close-reason')).exists()"

Invariant: case-contains-goals
Description: "A case contains its goals and nothing else."
Severity: #error
Expression: "contained.all($this is Goal)"
