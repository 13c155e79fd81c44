CodeSystem: SamsparTrackCS
Id: track
Title: "Samverkansspår"
Description: "The tracks on which care units work together. Times are starting values that a region may override in its own data."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparTrackVS)
* insert CodeProperty(#urgency, #code, [["acute, sub-acute or elective."]])
* insert CodeProperty(#direction, #code, [["to-specialised-care, to-primary-care or both."]])
* insert CodeProperty(#started-by, #code, [["A care level whose units may start the track; repeats."]])
* insert CodeProperty(#received-by, #code, [["A care level whose units may receive on the track; repeats."]])
* insert CodeProperty(#priority, #code, [["A request priority that the track allows; repeats."]])
* insert CodeProperty(#response-time, #string, [["Default time to a first response, as an ISO 8601 duration."]])
* insert CodeProperty(#response-calendar, #code, [["How the response time runs: elapsed, opening-hours or working-days."]])

* #akut-remiss "Akut remiss" "Referral to the emergency department."
* #akut-remiss ^property[+].code = #urgency
* #akut-remiss ^property[=].valueCode = #acute
* #akut-remiss ^property[+].code = #direction
* #akut-remiss ^property[=].valueCode = #to-specialised-care
* #akut-remiss ^property[+].code = #started-by
* #akut-remiss ^property[=].valueCode = #primary-care
* #akut-remiss ^property[+].code = #started-by
* #akut-remiss ^property[=].valueCode = #municipal-health-care
* #akut-remiss ^property[+].code = #started-by
* #akut-remiss ^property[=].valueCode = #specialised-outpatient
* #akut-remiss ^property[+].code = #started-by
* #akut-remiss ^property[=].valueCode = #hospital-inpatient
* #akut-remiss ^property[+].code = #received-by
* #akut-remiss ^property[=].valueCode = #specialised-outpatient
* #akut-remiss ^property[+].code = #received-by
* #akut-remiss ^property[=].valueCode = #hospital-inpatient
* #akut-remiss ^property[+].code = #priority
* #akut-remiss ^property[=].valueCode = #stat
* #akut-remiss ^property[+].code = #priority
* #akut-remiss ^property[=].valueCode = #asap
* #akut-remiss ^property[+].code = #response-time
* #akut-remiss ^property[=].valueString = "PT60M"
* #akut-remiss ^property[+].code = #response-calendar
* #akut-remiss ^property[=].valueCode = #elapsed

* #akut-direkt-stemi "Direktspår STEMI" "Ambulance straight to the right unit at acute ST-elevation infarction."
* #akut-direkt-stemi ^property[+].code = #urgency
* #akut-direkt-stemi ^property[=].valueCode = #acute
* #akut-direkt-stemi ^property[+].code = #direction
* #akut-direkt-stemi ^property[=].valueCode = #to-specialised-care
* #akut-direkt-stemi ^property[+].code = #started-by
* #akut-direkt-stemi ^property[=].valueCode = #ambulance
* #akut-direkt-stemi ^property[+].code = #received-by
* #akut-direkt-stemi ^property[=].valueCode = #specialised-outpatient
* #akut-direkt-stemi ^property[+].code = #received-by
* #akut-direkt-stemi ^property[=].valueCode = #hospital-inpatient
* #akut-direkt-stemi ^property[+].code = #priority
* #akut-direkt-stemi ^property[=].valueCode = #stat
* #akut-direkt-stemi ^property[+].code = #response-time
* #akut-direkt-stemi ^property[=].valueString = "PT10M"
* #akut-direkt-stemi ^property[+].code = #response-calendar
* #akut-direkt-stemi ^property[=].valueCode = #elapsed

* #akut-direkt-hoftfraktur "Direktspår höftfraktur" "Ambulance straight to the right unit at suspected hip fracture."
* #akut-direkt-hoftfraktur ^property[+].code = #urgency
* #akut-direkt-hoftfraktur ^property[=].valueCode = #acute
* #akut-direkt-hoftfraktur ^property[+].code = #direction
* #akut-direkt-hoftfraktur ^property[=].valueCode = #to-specialised-care
* #akut-direkt-hoftfraktur ^property[+].code = #started-by
* #akut-direkt-hoftfraktur ^property[=].valueCode = #ambulance
* #akut-direkt-hoftfraktur ^property[+].code = #received-by
* #akut-direkt-hoftfraktur ^property[=].valueCode = #specialised-outpatient
* #akut-direkt-hoftfraktur ^property[+].code = #received-by
* #akut-direkt-hoftfraktur ^property[=].valueCode = #hospital-inpatient
* #akut-direkt-hoftfraktur ^property[+].code = #priority
* #akut-direkt-hoftfraktur ^property[=].valueCode = #stat
* #akut-direkt-hoftfraktur ^property[+].code = #response-time
* #akut-direkt-hoftfraktur ^property[=].valueString = "PT10M"
* #akut-direkt-hoftfraktur ^property[+].code = #response-calendar
* #akut-direkt-hoftfraktur ^property[=].valueCode = #elapsed

* #akut-direkt-stroke-tia "Direktspår stroke/TIA" "Ambulance straight to the right unit at suspected stroke or TIA."
* #akut-direkt-stroke-tia ^property[+].code = #urgency
* #akut-direkt-stroke-tia ^property[=].valueCode = #acute
* #akut-direkt-stroke-tia ^property[+].code = #direction
* #akut-direkt-stroke-tia ^property[=].valueCode = #to-specialised-care
* #akut-direkt-stroke-tia ^property[+].code = #started-by
* #akut-direkt-stroke-tia ^property[=].valueCode = #ambulance
* #akut-direkt-stroke-tia ^property[+].code = #received-by
* #akut-direkt-stroke-tia ^property[=].valueCode = #specialised-outpatient
* #akut-direkt-stroke-tia ^property[+].code = #received-by
* #akut-direkt-stroke-tia ^property[=].valueCode = #hospital-inpatient
* #akut-direkt-stroke-tia ^property[+].code = #priority
* #akut-direkt-stroke-tia ^property[=].valueCode = #stat
* #akut-direkt-stroke-tia ^property[+].code = #response-time
* #akut-direkt-stroke-tia ^property[=].valueString = "PT10M"
* #akut-direkt-stroke-tia ^property[+].code = #response-calendar
* #akut-direkt-stroke-tia ^property[=].valueCode = #elapsed

* #akut-bakjour "Akut bakjourskoordinator" "Contact with the on-call coordinator of a clinic and hospital."
* #akut-bakjour ^property[+].code = #urgency
* #akut-bakjour ^property[=].valueCode = #acute
* #akut-bakjour ^property[+].code = #direction
* #akut-bakjour ^property[=].valueCode = #to-specialised-care
* #akut-bakjour ^property[+].code = #started-by
* #akut-bakjour ^property[=].valueCode = #primary-care
* #akut-bakjour ^property[+].code = #started-by
* #akut-bakjour ^property[=].valueCode = #municipal-health-care
* #akut-bakjour ^property[+].code = #started-by
* #akut-bakjour ^property[=].valueCode = #specialised-outpatient
* #akut-bakjour ^property[+].code = #started-by
* #akut-bakjour ^property[=].valueCode = #hospital-inpatient
* #akut-bakjour ^property[+].code = #received-by
* #akut-bakjour ^property[=].valueCode = #specialised-outpatient
* #akut-bakjour ^property[+].code = #received-by
* #akut-bakjour ^property[=].valueCode = #hospital-inpatient
* #akut-bakjour ^property[+].code = #priority
* #akut-bakjour ^property[=].valueCode = #stat
* #akut-bakjour ^property[+].code = #priority
* #akut-bakjour ^property[=].valueCode = #asap
* #akut-bakjour ^property[+].code = #response-time
* #akut-bakjour ^property[=].valueString = "PT15M"
* #akut-bakjour ^property[+].code = #response-calendar
* #akut-bakjour ^property[=].valueCode = #elapsed

* #subakut-konsult "Subakut on-demand-konsult" "Consultation on demand with specialised care."
* #subakut-konsult ^property[+].code = #urgency
* #subakut-konsult ^property[=].valueCode = #sub-acute
* #subakut-konsult ^property[+].code = #direction
* #subakut-konsult ^property[=].valueCode = #to-specialised-care
* #subakut-konsult ^property[+].code = #started-by
* #subakut-konsult ^property[=].valueCode = #primary-care
* #subakut-konsult ^property[+].code = #started-by
* #subakut-konsult ^property[=].valueCode = #municipal-health-care
* #subakut-konsult ^property[+].code = #received-by
* #subakut-konsult ^property[=].valueCode = #specialised-outpatient
* #subakut-konsult ^property[+].code = #received-by
* #subakut-konsult ^property[=].valueCode = #hospital-inpatient
* #subakut-konsult ^property[+].code = #priority
* #subakut-konsult ^property[=].valueCode = #urgent
* #subakut-konsult ^property[+].code = #priority
* #subakut-konsult ^property[=].valueCode = #asap
* #subakut-konsult ^property[+].code = #response-time
* #subakut-konsult ^property[=].valueString = "PT2H"
* #subakut-konsult ^property[+].code = #response-calendar
* #subakut-konsult ^property[=].valueCode = #opening-hours

* #digital-specialistkonsultation "Digital specialistkonsultation" "Video meeting of three: patient and primary care physician at the health centre, specialist by video."
* #digital-specialistkonsultation ^property[+].code = #urgency
* #digital-specialistkonsultation ^property[=].valueCode = #elective
* #digital-specialistkonsultation ^property[+].code = #direction
* #digital-specialistkonsultation ^property[=].valueCode = #to-specialised-care
* #digital-specialistkonsultation ^property[+].code = #started-by
* #digital-specialistkonsultation ^property[=].valueCode = #primary-care
* #digital-specialistkonsultation ^property[+].code = #received-by
* #digital-specialistkonsultation ^property[=].valueCode = #specialised-outpatient
* #digital-specialistkonsultation ^property[+].code = #received-by
* #digital-specialistkonsultation ^property[=].valueCode = #hospital-inpatient
* #digital-specialistkonsultation ^property[+].code = #priority
* #digital-specialistkonsultation ^property[=].valueCode = #routine
* #digital-specialistkonsultation ^property[+].code = #priority
* #digital-specialistkonsultation ^property[=].valueCode = #urgent
* #digital-specialistkonsultation ^property[+].code = #response-time
* #digital-specialistkonsultation ^property[=].valueString = "P2D"
* #digital-specialistkonsultation ^property[+].code = #response-calendar
* #digital-specialistkonsultation ^property[=].valueCode = #working-days

* #elektiv-remiss "Konsultationsremiss" "Ordinary referral for assessment or treatment."
* #elektiv-remiss ^property[+].code = #urgency
* #elektiv-remiss ^property[=].valueCode = #elective
* #elektiv-remiss ^property[+].code = #direction
* #elektiv-remiss ^property[=].valueCode = #both
* #elektiv-remiss ^property[+].code = #started-by
* #elektiv-remiss ^property[=].valueCode = #primary-care
* #elektiv-remiss ^property[+].code = #started-by
* #elektiv-remiss ^property[=].valueCode = #municipal-health-care
* #elektiv-remiss ^property[+].code = #started-by
* #elektiv-remiss ^property[=].valueCode = #specialised-outpatient
* #elektiv-remiss ^property[+].code = #started-by
* #elektiv-remiss ^property[=].valueCode = #hospital-inpatient
* #elektiv-remiss ^property[+].code = #received-by
* #elektiv-remiss ^property[=].valueCode = #specialised-outpatient
* #elektiv-remiss ^property[+].code = #received-by
* #elektiv-remiss ^property[=].valueCode = #hospital-inpatient
* #elektiv-remiss ^property[+].code = #received-by
* #elektiv-remiss ^property[=].valueCode = #primary-care
* #elektiv-remiss ^property[+].code = #priority
* #elektiv-remiss ^property[=].valueCode = #routine
* #elektiv-remiss ^property[+].code = #priority
* #elektiv-remiss ^property[=].valueCode = #urgent
* #elektiv-remiss ^property[+].code = #response-time
* #elektiv-remiss ^property[=].valueString = "P5D"
* #elektiv-remiss ^property[+].code = #response-calendar
* #elektiv-remiss ^property[=].valueCode = #working-days

* #elektiv-svf "Standardiserat vårdförlopp (SVF)" "Referral at well-founded suspicion of cancer."
* #elektiv-svf ^property[+].code = #urgency
* #elektiv-svf ^property[=].valueCode = #elective
* #elektiv-svf ^property[+].code = #direction
* #elektiv-svf ^property[=].valueCode = #to-specialised-care
* #elektiv-svf ^property[+].code = #started-by
* #elektiv-svf ^property[=].valueCode = #primary-care
* #elektiv-svf ^property[+].code = #started-by
* #elektiv-svf ^property[=].valueCode = #specialised-outpatient
* #elektiv-svf ^property[+].code = #started-by
* #elektiv-svf ^property[=].valueCode = #hospital-inpatient
* #elektiv-svf ^property[+].code = #received-by
* #elektiv-svf ^property[=].valueCode = #specialised-outpatient
* #elektiv-svf ^property[+].code = #received-by
* #elektiv-svf ^property[=].valueCode = #hospital-inpatient
* #elektiv-svf ^property[+].code = #priority
* #elektiv-svf ^property[=].valueCode = #urgent
* #elektiv-svf ^property[+].code = #response-time
* #elektiv-svf ^property[=].valueString = "P1D"
* #elektiv-svf ^property[+].code = #response-calendar
* #elektiv-svf ^property[=].valueCode = #working-days

* #elektiv-mdk "Multidisciplinär konferens" "A case for a multidisciplinary conference."
* #elektiv-mdk ^property[+].code = #urgency
* #elektiv-mdk ^property[=].valueCode = #elective
* #elektiv-mdk ^property[+].code = #direction
* #elektiv-mdk ^property[=].valueCode = #to-specialised-care
* #elektiv-mdk ^property[+].code = #started-by
* #elektiv-mdk ^property[=].valueCode = #primary-care
* #elektiv-mdk ^property[+].code = #started-by
* #elektiv-mdk ^property[=].valueCode = #specialised-outpatient
* #elektiv-mdk ^property[+].code = #started-by
* #elektiv-mdk ^property[=].valueCode = #hospital-inpatient
* #elektiv-mdk ^property[+].code = #received-by
* #elektiv-mdk ^property[=].valueCode = #specialised-outpatient
* #elektiv-mdk ^property[+].code = #received-by
* #elektiv-mdk ^property[=].valueCode = #hospital-inpatient
* #elektiv-mdk ^property[+].code = #priority
* #elektiv-mdk ^property[=].valueCode = #routine
* #elektiv-mdk ^property[+].code = #priority
* #elektiv-mdk ^property[=].valueCode = #urgent
* #elektiv-mdk ^property[+].code = #response-time
* #elektiv-mdk ^property[=].valueString = "P5D"
* #elektiv-mdk ^property[+].code = #response-calendar
* #elektiv-mdk ^property[=].valueCode = #working-days

* #tillganglig-primarvard "Tillgänglig primärvård" "Specialised care, municipality or ambulance reaches primary care."
* #tillganglig-primarvard ^property[+].code = #urgency
* #tillganglig-primarvard ^property[=].valueCode = #sub-acute
* #tillganglig-primarvard ^property[+].code = #direction
* #tillganglig-primarvard ^property[=].valueCode = #to-primary-care
* #tillganglig-primarvard ^property[+].code = #started-by
* #tillganglig-primarvard ^property[=].valueCode = #specialised-outpatient
* #tillganglig-primarvard ^property[+].code = #started-by
* #tillganglig-primarvard ^property[=].valueCode = #hospital-inpatient
* #tillganglig-primarvard ^property[+].code = #started-by
* #tillganglig-primarvard ^property[=].valueCode = #municipal-health-care
* #tillganglig-primarvard ^property[+].code = #started-by
* #tillganglig-primarvard ^property[=].valueCode = #ambulance
* #tillganglig-primarvard ^property[+].code = #received-by
* #tillganglig-primarvard ^property[=].valueCode = #primary-care
* #tillganglig-primarvard ^property[+].code = #priority
* #tillganglig-primarvard ^property[=].valueCode = #routine
* #tillganglig-primarvard ^property[+].code = #priority
* #tillganglig-primarvard ^property[=].valueCode = #urgent
* #tillganglig-primarvard ^property[+].code = #priority
* #tillganglig-primarvard ^property[=].valueCode = #asap
* #tillganglig-primarvard ^property[+].code = #response-time
* #tillganglig-primarvard ^property[=].valueString = "PT2H"
* #tillganglig-primarvard ^property[+].code = #response-calendar
* #tillganglig-primarvard ^property[=].valueCode = #opening-hours

* #utremittering "Utremittering" "The patient goes back to primary care with summary and plan."
* #utremittering ^property[+].code = #urgency
* #utremittering ^property[=].valueCode = #elective
* #utremittering ^property[+].code = #direction
* #utremittering ^property[=].valueCode = #to-primary-care
* #utremittering ^property[+].code = #started-by
* #utremittering ^property[=].valueCode = #specialised-outpatient
* #utremittering ^property[+].code = #started-by
* #utremittering ^property[=].valueCode = #hospital-inpatient
* #utremittering ^property[+].code = #received-by
* #utremittering ^property[=].valueCode = #primary-care
* #utremittering ^property[+].code = #priority
* #utremittering ^property[=].valueCode = #routine
* #utremittering ^property[+].code = #priority
* #utremittering ^property[=].valueCode = #urgent
* #utremittering ^property[+].code = #response-time
* #utremittering ^property[=].valueString = "P2D"
* #utremittering ^property[+].code = #response-calendar
* #utremittering ^property[=].valueCode = #working-days
