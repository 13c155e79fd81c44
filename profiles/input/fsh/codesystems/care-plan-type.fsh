CodeSystem: SamsparCarePlanTypeCS
Id: care-plan-type
Title: "Typ av plan"
Description: "What a CarePlan is: a case, a planning, a coordinated plan or a started pathway."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparCarePlanTypeVS)

* #outpatient-case "Öppenvårdsärende" "A person's case in the outpatient process, from the first message to the close."
* #shared-planning "Gemensam planering" "The planning of a case: the patient's part and how each unit meets the needs."
* #coordinated-plan "Samordnad individuell plan (SIP)" "The plan of region and municipality together with the person."
* #pathway-plan "Påbörjat vårdförlopp" "A patient's way through a care pathway."
