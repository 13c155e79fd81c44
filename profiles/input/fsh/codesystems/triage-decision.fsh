CodeSystem: SamsparTriageDecisionCS
Id: triage-decision
Title: "Remissbedömning"
Description: "What the receiver decides about a request."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparTriageDecisionVS)
* insert CodeProperty(#riv-ta, #code, [["The code in the national referral contract."]])

* #accept "Accepterad" "The receiver takes the request."
* #accept ^property[+].code = #riv-ta
* #accept ^property[=].valueCode = #BEK

* #request-supplement "Komplettering begärd" "The receiver needs more before it can decide or go on."
* #request-supplement ^property[+].code = #riv-ta
* #request-supplement ^property[=].valueCode = #KOM

* #forward "Vidaresänd" "Another unit is the right receiver."
* #forward ^property[+].code = #riv-ta
* #forward ^property[=].valueCode = #VID

* #decline "Avvisad" "The request is outside the remit of the receiver."
* #decline ^property[+].code = #riv-ta
* #decline ^property[=].valueCode = #AVV

* #abort "Avbruten" "The need is no longer there."
* #abort ^property[+].code = #riv-ta
* #abort ^property[=].valueCode = #AVB
