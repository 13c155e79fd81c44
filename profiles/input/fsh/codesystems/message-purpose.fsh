CodeSystem: SamsparMessagePurposeCS
Id: message-purpose
Title: "Meddelandets syfte"
Description: "What the sender wants with a message."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparMessagePurposeVS)

* #information "Informationsöverföring" "Those concerned are to know."

* #coordination-request "Begäran om samordning" "The receiver is asked to take part."

* #coordination "Samordning" "Running exchange between the parties."

* #situation-changed "Ändrad situation" "The situation of the person has changed."

* #supplement "Komplettering" "Adds to an earlier message."

* #reply "Svar" "Answers an earlier message."

* #renewal "Receptförnyelse" "Asks for a prescription to be renewed."
