Extension: SamsparOslAssessmentExtension
Id: osl-assessment
Title: "OSL assessment"
Description: "Who found that OSL 25 kap. 13 § applies, since the person cannot consent, and why."
Context: Consent
* insert Conformance
* extension contains
    assessor 1..1 and
    reason 1..1
* extension[assessor].value[x] only string or Reference(SamsparPractitionerRole)
* extension[assessor].value[x] 1..1
* extension[reason].value[x] only string
* extension[reason].value[x] 1..1
