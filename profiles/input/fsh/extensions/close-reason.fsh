Extension: SamsparCloseReasonExtension
Id: close-reason
Title: "Close reason"
Description: "Why a case has ended."
Context: CarePlan
* insert Conformance
* extension contains
    reason 1..1 and
    text 0..1 and
    sipDeclined 0..1
* extension[reason].value[x] only code
* extension[reason].value[x] 1..1
* extension[reason].value[x] from SamsparCloseReasonVS (required)
* extension[text] ^short = "In words"
* extension[text].value[x] only string
* extension[text].value[x] 1..1
* extension[sipDeclined] ^short = "The person has been offered a coordinated individual plan and declines"
* extension[sipDeclined].value[x] only boolean
* extension[sipDeclined].value[x] 1..1
