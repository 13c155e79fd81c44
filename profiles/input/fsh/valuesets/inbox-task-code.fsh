ValueSet: SamsparInboxTaskCodeVS
Id: inbox-task-code
Title: "Inbox task code"
Description: "What a work item is about: a request on a track, a message, a deviation, or a value outside limits."
* insert Conformance
* include codes from system SamsparTrackCS
* include codes from system SamsparMessageTypeCS
* include codes from system SamsparWorkItemKindCS
