Profile: SamsparAttachment
Parent: DocumentReference
Id: attachment
Title: "Attachment"
Description: "A file that goes with a request or an answer. What is sent inline is stored apart and read as the Binary with the id of the DocumentReference."
* insert Conformance
* subject 1..1
* subject only Reference(SamsparPatient)
* custodian only Reference(SamsparCareUnit or SamsparOtherParty)
* custodian ^short = "The unit that attached it; set by the server where absent"
* date ^short = "When it was attached; set by the server"
* context.related ^short = "The request it belongs to"
* content 1..1
* content.attachment.contentType 1..1
* content.attachment.contentType ^short = "application/pdf, image/jpeg, image/png, image/gif, image/bmp, text/html or text/plain; for text with its charset unless it is UTF-8"
* content.attachment.data ^short = "The file as it is sent; never stored here"
* content.attachment.url ^short = "Binary/[id], where the file is read; set by the server"
* content.attachment.size ^short = "Set by the server"
* content.attachment.hash ^short = "Set by the server; what is sent has to agree with the file"
