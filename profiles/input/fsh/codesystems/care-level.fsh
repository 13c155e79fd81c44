CodeSystem: SamsparCareLevelCS
Id: care-level
Title: "Vårdnivå"
Description: "Where in the care chain a unit stands, outermost first."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparCareLevelVS)
* insert CodeProperty(#level, #integer, [["Place in the care chain, 0 outermost; absent outside the chain."]])

* #home-and-social-care "Hem och socialtjänst" "Home and social care."
* #home-and-social-care ^property[+].code = #level
* #home-and-social-care ^property[=].valueInteger = 0

* #municipal-health-care "Kommunal hälso- och sjukvård" "Municipal health care."
* #municipal-health-care ^property[+].code = #level
* #municipal-health-care ^property[=].valueInteger = 1

* #primary-care "Primärvård" "Regional primary care."
* #primary-care ^property[+].code = #level
* #primary-care ^property[=].valueInteger = 2

* #specialised-outpatient "Specialiserad öppenvård" "Outpatient clinic of specialised care."
* #specialised-outpatient ^property[+].code = #level
* #specialised-outpatient ^property[=].valueInteger = 3

* #hospital-inpatient "Slutenvård" "Inpatient care at a hospital."
* #hospital-inpatient ^property[+].code = #level
* #hospital-inpatient ^property[=].valueInteger = 4

* #ambulance "Ambulanssjukvård" "Ambulance care; outside the chain."

* #other-party "Annan part" "A party outside health and social care; outside the chain."
