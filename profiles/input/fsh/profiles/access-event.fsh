Profile: SamsparAccessEvent
Parent: AuditEvent
Id: access-event
Title: "Access (logguppgift)"
Description: "Who has read or written what about whom, for which unit, when and why. Made by the server from its access log, in the shape of IHE's Basic Audit Log Patterns; a patient is told the unit and the care provider, but not who works there."
* insert Conformance
* implicitRules 0..0
* modifierExtension 0..0
* type ^short = "rest; DICOM's Export for what was sent unasked, as notifications with their resources are"
* subtype 1..1
* subtype ^short = "The interaction; 'unknown' for a request that is none; Export again"
* action 1..1
* outcome 1..1
* outcomeDesc 1..1
* outcomeDesc ^short = "The status of HTTP"
* purposeOfEvent 0..2
* purposeOfEvent ^short = "The purpose of the token, such as TREAT or BTG (break the glass), and the reason that was given"
* agent ^slicing.discriminator.type = #value
* agent ^slicing.discriminator.path = "type"
* agent ^slicing.rules = #open
* agent contains client 0..1 and user 0..1 and unit 0..1 and careProvider 0..1
* agent[client].type = $DCM#110150
* agent[client] ^short = "The OAuth client, and the address that it asked from"
* agent[user].type = $v3-ParticipationType#IRCP
* agent[user] ^short = "The employee, by HSA-id"
* agent[unit].type = $v3-RoleClass#PROV
* agent[unit] ^short = "The unit acted for"
* agent[careProvider].type = $v3-ParticipationType#CST
* agent[careProvider] ^short = "Its care provider, by HSA-id"
* source.observer.display 1..1
* entity ^slicing.discriminator.type = #value
* entity ^slicing.discriminator.path = "role"
* entity ^slicing.rules = #open
* entity contains patient 0..* and data 0..* and query 0..1
* entity[patient].role = $object-role#1
* entity[patient].type = $audit-entity-type#1
* entity[patient].what 1..1
* entity[patient].what only Reference(SamsparPatient)
* entity[patient] ^short = "A patient whom it was about"
* entity[data].role = $object-role#4
* entity[data].type = $audit-entity-type#2
* entity[data].what 1..1
* entity[data] ^short = "A resource that was shown or written, in its version"
* entity[query].role = $object-role#24
* entity[query].type = $audit-entity-type#2
* entity[query].query 1..1
* entity[query] ^short = "Method, path and parameters; of a Bundle, its entries as description"
