ValueSet: SamsparExperienceScaleVS
Id: experience-scale
Title: "Instämmer"
Description: "All codes of the code system experience-scale."
* insert Conformance
* include codes from system SamsparExperienceScaleCS
