CodeSystem: SamsparDeviationStepCS
Id: deviation-step
Title: "Steg i samverkan"
Description: "The step of the collaboration that went wrong. The server derives it from the resource that a deviation is about."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparDeviationStepVS)

* #request "Begäran" "A request on a track."
* #answer "Svar" "The answer to a request."
* #message "Meddelande" "A message of a case."
* #case "Ärende" "The case as such."
* #planning "Planering" "The shared planning of a case."
* #coordinated-plan "SIP" "The coordinated individual plan (samordnad individuell plan)."
* #meeting "Möte" "A booked meeting."
* #registration "Registrering" "The registration of a consultation or a visit."
* #consent "Samtycke" "The consent of a case."
