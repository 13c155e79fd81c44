ValueSet: SamsparDeliveryModeVS
Id: delivery-mode
Title: "Leveranssätt"
Description: "All codes of the code system delivery-mode."
* insert Conformance
* include codes from system SamsparDeliveryModeCS
