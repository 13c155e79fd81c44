Extension: SamsparMessagePartExtension
Id: message-part
Title: "Message part"
Description: "What a part of a message is about, and who wrote it when. Author and time are set by the server."
Context: Communication.payload
* insert Conformance
* extension contains
    heading 0..1 and
    author 0..1 and
    time 0..1
* extension[heading].value[x] only code
* extension[heading].value[x] 1..1
* extension[heading].value[x] from SamsparMessagePartVS (required)
* extension[author] ^short = "The unit that wrote it; set by the server"
* extension[author].value[x] only Reference(SamsparCareUnit or SamsparOtherParty)
* extension[author].value[x] 1..1
* extension[time] ^short = "When it was written; set by the server"
* extension[time].value[x] only instant
* extension[time].value[x] 1..1
