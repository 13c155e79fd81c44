CodeSystem: SamsparDeliveryModeCS
Id: delivery-mode
Title: "Leveranssätt"
Description: "How a message reached a unit without access."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparDeliveryModeVS)

* #fax "Fax" "By fax."
* #phone "Telefon" "By telephone."
* #letter "Brev" "By post."
* #in-person "Personligen" "Handed over in person."
