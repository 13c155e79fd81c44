Instance: access-event-example
InstanceOf: SamsparAccessEvent
Usage: #example
* type = $audit-event-type#rest
* subtype = http://hl7.org/fhir/restful-interaction#read
* action = #R
* recorded = "2025-02-03T10:00:00+01:00"
* outcome = #0
* outcomeDesc = "HTTP 200"
* purposeOfEvent[+] = $v3-ActReason#TREAT
* agent[client].type = $DCM#110150
* agent[client].who.identifier.value = "sus-ortopedi"
* agent[client].requestor = false
* agent[client].network.address = "192.0.2.7"
* agent[client].network.type = #2
* agent[client].purposeOfUse = $v3-ActReason#TREAT
* agent[user].type = $v3-ParticipationType#IRCP
* agent[user].who.identifier.system = $hsa-id
* agent[user].who.identifier.value = "SE2321000255-DEMO-SUS-ORTOPEDI-ANSTALLD"
* agent[user].requestor = true
* agent[user].purposeOfUse = $v3-ActReason#TREAT
* agent[unit].type = $v3-RoleClass#PROV
* agent[unit].who = Reference(sus-ortopedi)
* agent[unit].who.identifier.system = $hsa-id
* agent[unit].who.identifier.value = "SE2321000255-DEMO-SUS-ORTOPEDI"
* agent[unit].requestor = false
* source.observer.display = "Samspår"
* entity[patient].role = $object-role#1
* entity[patient].type = $audit-entity-type#1
* entity[patient].what = Reference(tolvan-tolvansson)
* entity[data].role = $object-role#4
* entity[data].type = $audit-entity-type#2
* entity[data].what = Reference(digital-consultation-request-example)
* entity[query].role = $object-role#24
* entity[query].type = $audit-entity-type#2
* entity[query].query = "R0VUIFNlcnZpY2VSZXF1ZXN0L2RpZ2l0YWwtY29uc3VsdGF0aW9uLXJlcXVlc3QtZXhhbXBsZQ=="
