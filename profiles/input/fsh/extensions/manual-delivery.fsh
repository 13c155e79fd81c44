Extension: SamsparManualDeliveryExtension
Id: manual-delivery
Title: "Manual delivery"
Description: "How and when a message reached a receiver that has no access."
Context: Communication
* insert Conformance
* extension contains
    unit 1..1 and
    mode 1..1 and
    time 1..1 and
    note 0..1
* extension[unit] ^short = "The receiver without access"
* extension[unit].value[x] only Reference(SamsparCareUnit or SamsparOtherParty)
* extension[unit].value[x] 1..1
* extension[mode].value[x] only code
* extension[mode].value[x] 1..1
* extension[mode].value[x] from SamsparDeliveryModeVS (required)
* extension[time] ^short = "When it was delivered"
* extension[time].value[x] only dateTime
* extension[time].value[x] 1..1
* extension[note] ^short = "To whom, or to which number"
* extension[note].value[x] only string
* extension[note].value[x] 1..1
