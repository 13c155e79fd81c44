ValueSet: SamsparCloseReasonVS
Id: close-reason
Title: "Avslutsorsak"
Description: "All codes of the code system close-reason."
* insert Conformance
* include codes from system SamsparCloseReasonCS
