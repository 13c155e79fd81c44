CodeSystem: SamsparCloseReasonCS
Id: close-reason
Title: "Avslutsorsak"
Description: "Why a case ends."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparCloseReasonVS)

* #goals-met "Målen uppnådda" "The goals of the person are met."

* #transferred "Överflyttad" "The responsibility has been handed over."

* #coordinated "Samordning klar" "The coordination is done and the need is gone."

* #sip-started "SIP startad" "A coordinated individual plan takes over."

* #admitted "Inskriven" "The person has been admitted."

* #withdrawn "Återtaget samtycke" "The person no longer wants the collaboration."

* #deceased "Avliden" "The person has died."
