CodeSystem: SamsparIndicatorStratifierCS
Id: indicator-stratifier
Title: "Uppdelning"
Description: "By what an indicator is divided."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparIndicatorStratifierVS)

* #unit "Enhet" "The unit that what is counted is of; in the region's and a care provider's reports to an administrator only."
* #track "Spår" "The track of the request."
* #specialty "Specialitet" "The specialty that was asked."
* #age-group "Åldersgrupp" "The age of the patient when it began."
* #sex "Kön" "The patient's administrative gender, as it was known when it began."
* #municipality "Kommun" "The municipality in which the patient was resident when it began; unknown of people with a protected identity."
* #outcome "Utfall" "The outcome of the final answer, or the decision that ended the request."
* #reason "Skäl" "Why the case was closed."
* #pathway "Vårdförlopp" "The pathway that the plan follows, in whatever version."
* #rule "Regel" "The rule that was set aside."
* #step "Steg" "The step of the collaboration that went wrong."
