CodeSystem: SamsparAnswerKindCS
Id: answer-kind
Title: "Svarstyp"
Description: "How final an answer is."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparAnswerKindVS)
* insert CodeProperty(#riv-ta, #code, [["The code in the national referral contract."]])

* #partial "Delsvar" "Part of the answer; more follows."
* #partial ^property[+].code = #riv-ta
* #partial ^property[=].valueCode = #DSV

* #preliminary "Preliminärt svar" "May still change."
* #preliminary ^property[+].code = #riv-ta
* #preliminary ^property[=].valueCode = #PSV

* #final "Slutsvar" "Ends the request."
* #final ^property[+].code = #riv-ta
* #final ^property[=].valueCode = #SSV
