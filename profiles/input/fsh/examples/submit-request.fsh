Instance: submit-request
InstanceOf: Parameters
Usage: #example
Title: "ServiceRequest/$submit"
* parameter[+].name = "request"
* parameter[=].resource = SubmittedRequest
* parameter[+].name = "patient"
* parameter[=].resource = SubmittedPatient
* insert AttachmentExample
* insert JustificationExample(#receiver-open, "Patienten kan bara denna dag.", "Koordinator på ortopedin")

Instance: SubmittedPatient
InstanceOf: SamsparPatient
Usage: #inline
* identifier[personnummer].system = $personnummer
* identifier[personnummer].value = "191212121212"
* name.family = "Tolvansson"
* name.given = "Tolvan"

Instance: SubmittedRequest
InstanceOf: SamsparDigitalConsultationRequest
Usage: #inline
* status = #active
* intent = #order
* category = SamsparTrackCS#digital-specialistkonsultation
* priority = #routine
* subject.identifier.system = $personnummer
* subject.identifier.value = "191212121212"
* requester = Reference(vc-dalby)
* performer = Reference(sus-ortopedi)
* performerType = $hsa-verksamhetskod#1324
* reasonCode.text = "Tilltagande knäsmärta sedan ett år. Finns indikation för operation?"
* extension[workUp].valueMarkdown = "Artrosskola genomförd. Slätröntgen visar måttlig artros medialt."
