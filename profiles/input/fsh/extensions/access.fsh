Extension: SamsparAccessExtension
Id: access
Title: "Access"
Description: "How the unit takes part: connected, or reached by fax or phone."
Context: Organization
* insert Conformance
* extension contains
    mode 1..1 and
    fax 0..1 and
    phone 0..1
* extension[mode] ^short = "connected or manual"
* extension[mode].value[x] only code
* extension[mode].value[x] 1..1
* extension[mode].value[x] from SamsparAccessModeVS (required)
* extension[fax] ^short = "Fax number for manual delivery"
* extension[fax].value[x] only string
* extension[fax].value[x] 1..1
* extension[phone] ^short = "Phone number for manual delivery"
* extension[phone].value[x] only string
* extension[phone].value[x] 1..1
