Profile: SamsparServiceSlot
Parent: Slot
Id: service-slot
Title: "Service slot"
Description: "A time that one appointment can have. Its status follows the appointment; a unit blocks a slot of its own as busy-unavailable. Every unit reads it, so it says nothing about patients."
* insert Conformance
* schedule only Reference(SamsparServiceSchedule)
* comment 0..0
* text 0..0
* contained 0..0
* extension 0..0
* obeys time-forward

Invariant: time-forward
Description: "A time ends after it has begun."
Severity: #error
Expression: "start.empty() or end.empty() or start < end"
