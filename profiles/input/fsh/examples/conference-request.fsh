Instance: conference-request-example
InstanceOf: SamsparConferenceRequest
Usage: #example
* status = #active
* intent = #order
* category = SamsparTrackCS#elektiv-mdk "Multidisciplinär konferens"
* priority = #routine
* subject = Reference(tolvan-tolvansson)
* authoredOn = "2025-02-03T09:15:00+01:00"
* requester = Reference(dalby-lakare-1-role)
* performer = Reference(sus-ortopedi)
* performerType = $hsa-verksamhetskod#1324 "Ortopedi"
* reasonCode.text = "Artrit eller artros? Vilken behandling rekommenderar ni?"
* extension[workUp].valueMarkdown = "Slätröntgen, laboratorieprover. Otillräcklig effekt av grundbehandling."
* extension[conference].valueReference = Reference(conference-example)
