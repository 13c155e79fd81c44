CodeSystem: SamsparRequestVersionReasonCS
Id: request-version-reason
Title: "Versionsorsak"
Description: "Why a request got a new version; codes of the national referral contract."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparRequestVersionReasonVS)

* #NR "Ny remiss" "New request."

* #AR "Ändrad remiss" "Changed by the requester."

* #VR "Vidaresänd remiss" "Forwarded to another receiver."

* #AB "Ändrad betalningsförbindelse" "Changed payment responsibility."
