Instance: attachment-example
InstanceOf: SamsparAttachment
Usage: #example
Title: "X-ray answer, as stored"
* status = #current
* subject = Reference(tolvan-tolvansson)
* date = "2025-02-03T09:15:00+01:00"
* custodian = Reference(vc-dalby)
* content.attachment.contentType = #application/pdf
* content.attachment.url = "Binary/attachment-example"
* content.attachment.size = 48211
* content.attachment.hash = "L9ThxnotKPzthJ7hu3bnORuT6xI="
* content.attachment.title = "Röntgensvar knä"
* context.related = Reference(consultation-request-example)

Instance: SentAttachment
InstanceOf: SamsparAttachment
Usage: #inline
* status = #current
* subject.identifier.system = $personnummer
* subject.identifier.value = "191212121212"
* content.attachment.contentType = #text/plain
* content.attachment.data = "U2zDpHRyw7ZudGdlbiAyMDI1LTAxLTIwOiBtw6V0dGxpZyBhcnRyb3Mu"
* content.attachment.title = "Röntgensvar knä"

RuleSet: AttachmentExample
* parameter[+].name = "attachment"
* parameter[=].resource = SentAttachment
