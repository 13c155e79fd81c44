CodeSystem: SamsparAccessModeCS
Id: access-mode
Title: "Åtkomst"
Description: "How a unit takes part in the shared service."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparAccessModeVS)

* #connected "Ansluten" "The unit works in the service itself."

* #manual "Manuell" "The unit has no access and is reached by fax or phone."
