ValueSet: SamsparDeviationStepVS
Id: deviation-step
Title: "Steg i samverkan"
Description: "All codes of the code system deviation-step."
* insert Conformance
* include codes from system SamsparDeviationStepCS
