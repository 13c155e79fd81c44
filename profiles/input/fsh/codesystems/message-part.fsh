CodeSystem: SamsparMessagePartCS
Id: message-part
Title: "Meddelandets del"
Description: "What a part of a message is about."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparMessagePartVS)

* #normal-state "Normaltillstånd" "How the person usually is."
* #background "Bakgrund" "What the receiver needs to know of before."
* #request "Efterfrågad insats" "What is asked for."
* #visit-outcome "Besökets utfall" "What the visit led to."
* #to-know "Att känna till" "What the receivers need to know or do from now on."
* #practical "Praktiskt" "Practical matters."
* #admission "Inskrivning" "Where and why the person has been admitted."
* #assignment "Uppdrag" "What the receiver is to carry out for the sender, such as giving medicines."
* #supplement "Komplettering" "What has been added."
