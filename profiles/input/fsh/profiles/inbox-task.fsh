Profile: SamsparInboxTask
Parent: Task
Id: inbox-task
Title: "Inbox task"
Description: "A work item in the inbox of a unit: a request to handle, a supplement to write, a message to read, a deviation to answer, a value outside limits to act on."
* insert Conformance
* obeys reason-given
* intent = #order
* code 1..1
* code from SamsparInboxTaskCodeVS (required)
* focus 1..1
* for 1..1
* for only Reference(SamsparPatient)
* authoredOn 1..1
* requester 1..1
* requester only Reference(SamsparCareUnit or SamsparOtherParty)
* owner 1..1
* owner only Reference(SamsparCareUnit or SamsparOtherParty)
* businessStatus from SamsparInboxTaskBusinessStatusVS (required)
* reasonCode from SamsparTriageDecisionVS (preferred)
* restriction.period.start ^short = "From when the time to the deadline is counted"
* restriction.period.end ^short = "The deadline"
* partOf ^short = "The work item that this one comes from"
* output ^short = "Answers, the work item at the next receiver, or the request on another track"
* extension contains SamsparAssignedToExtension named assignedTo 0..1

Invariant: reason-given
Description: "A work item that is declined, cancelled, forwarded or waits for information says why, as text in statusReason; a pathway that is left or was started by mistake does so in the extension leave-reason."
Severity: #error
Expression: "((status = 'rejected' or status = 'cancelled' or businessStatus.coding.where(code = 'awaiting-information' or code = 'forward').exists()) implies statusReason.text.where(trim().length() > 0).exists()) and ((status = 'revoked' or (status = 'entered-in-error' and extension.where(url.endsWith('/StructureDefinition/entry-phase')).exists())) implies extension.where(url.endsWith('/StructureDefinition/leave-reason')).value.where(trim().length() > 0).exists())"
