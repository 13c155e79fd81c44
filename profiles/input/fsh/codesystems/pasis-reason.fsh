CodeSystem: SamsparPasisReasonCS
Id: pasis-reason
Title: "PASiS anledning"
Description: "Reason for a contact in the patient administration system PASiS; the codes in use here."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparPasisReasonVS)

* #SJ "SJ" "The reason that a digital specialist consultation is registered with; the source gives the code only."
