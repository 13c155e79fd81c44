CodeSystem: SamsparCaseEventCS
Id: case-event
Title: "Händelse i ärendet"
Description: "What happened in a case, in its timeline."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparCaseEventVS)

* #opened "Ärendet öppnat" "The case was opened."
* #party-invited "Part inbjuden" "A party was invited."
* #party-left "Part lämnat" "A party left."
* #contact-appointed "Kontakt utsedd" "The fixed care contact or another role of the case team was appointed or changed."
* #message-sent "Meddelande skickat" "A message was sent."
* #message-supplemented "Meddelande kompletterat" "A part was added to a message."
* #message-withdrawn "Meddelande återtaget" "A wrongly sent message was withdrawn."
* #message-acknowledged "Meddelande kvitterat" "A receiver acknowledged a message."
* #message-answered "Meddelande besvarat" "A receiver answered a message."
* #more-asked-for "Komplettering begärd" "A receiver asked the sender of a message for more."
* #consent-given "Samtycke inhämtat" "A consent, or the exception of the secrecy act, was recorded."
* #consent-denied "Samtycke nekat" "The person refused."
* #consent-verified "Samtycke kontrollerat" "A unit made sure of the consent for itself."
* #consent-withdrawn "Samtycke återtaget" "The consent, or the refusal, was withdrawn."
* #planned "Planering ändrad" "The planning was begun, or it or the coordinated individual plan was changed."
* #plan-ended "Plan avslutad" "The planning or the coordinated individual plan ended, as after a death."
* #meeting-booked "Möte bokat" "A meeting was booked, anew where it had been cancelled."
* #meeting-changed "Möte ändrat" "A meeting was moved to another time or place, or its invited were changed."
* #meeting-cancelled "Möte inställt" "A meeting was cancelled."
* #sip-started "SIP startad" "A coordinated individual plan was started."
* #admitted "Inskriven" "The person was admitted: the outpatient case became an inpatient one."
* #closed "Ärendet avslutat" "The case was closed."
