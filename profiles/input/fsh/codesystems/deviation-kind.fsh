CodeSystem: SamsparDeviationKindCS
Id: deviation-kind
Title: "Avvikelsens slag"
Description: "What went wrong in a step of the collaboration."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparDeviationKindVS)

* #late "För sent" "It came or was done later than agreed."
* #incomplete "Ofullständigt" "Something that was needed was missing."
* #wrong-receiver "Fel mottagare" "It went to a unit that it was not for."
* #not-answered "Obesvarat" "Nobody answered."
* #registration "Registrering" "It was registered wrongly, or not at all."
* #consent "Samtycke" "Consent was missing, or was not kept to."
* #other "Annat" "Anything else; the text says what."
