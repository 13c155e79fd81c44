Instance: answer-request
InstanceOf: Parameters
Usage: #example
Title: "ServiceRequest/[id]/$answer"
* insert Value("kind", valueCode, [[#final]])
* insert Value("outcome", valueCode, [[#visit-needed]])
* insert Value("text", valueString, [["Bör bedömas på mottagningen inför ställningstagande till protes."]])
* insert Value("nextStep", valueString, [["Kallelse till ortopedmottagningen inom fyra veckor."]])
* insert Value("patientInformed", valueBoolean, [[true]])
* insert Value("diagnosis", valueCoding, [[$icd-10-se#M17.1 "Annan primär gonartros"]])
* insert Value("receiver", valueReference, [[Reference(sus-ortopedi)]])
* insert AttachmentExample
