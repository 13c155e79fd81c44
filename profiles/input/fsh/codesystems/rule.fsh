CodeSystem: SamsparRuleCS
Id: rule
Title: "Regler"
Description: "The rules that hold on every way of writing. severity block: never set aside; justify: set aside with a documented justification; warn: accepted, with a warning."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparRuleVS)
* insert CodeProperty(#severity, #code, [["block, justify or warn."]])
* insert CodeProperty(#requirement, #string, [["Requirement ids, comma separated."]])
* insert CodeProperty(#remedy, #string, [["What the client does next."]])

* #valid-personal-identity "Giltig personidentitet" "A personnummer or samordningsnummer has 12 digits, a real date of birth and a right check digit."
* #valid-personal-identity ^property[+].code = #severity
* #valid-personal-identity ^property[=].valueCode = #block
* #valid-personal-identity ^property[+].code = #requirement
* #valid-personal-identity ^property[=].valueString = "ALL-2"
* #valid-personal-identity ^property[+].code = #remedy
* #valid-personal-identity ^property[=].valueString = "Correct the number, or send a national reserve number (nationelltReservnummer) if the person has no personnummer or samordningsnummer."

* #patient-unique "Patienten finns en gång" "A personal identity belongs to one patient only."
* #patient-unique ^property[+].code = #severity
* #patient-unique ^property[=].valueCode = #block
* #patient-unique ^property[+].code = #requirement
* #patient-unique ^property[=].valueString = "ALL-2"
* #patient-unique ^property[+].code = #remedy
* #patient-unique ^property[=].valueString = "Update the patient that has this identity."

* #subject-agrees "Patientens identiteter stämmer överens" "An identifier in a reference to a patient is one of that patient's."
* #subject-agrees ^property[+].code = #severity
* #subject-agrees ^property[=].valueCode = #block
* #subject-agrees ^property[+].code = #requirement
* #subject-agrees ^property[=].valueString = "ALL-2"
* #subject-agrees ^property[+].code = #remedy
* #subject-agrees ^property[=].valueString = "Refer to the patient's record, without identifier or with one that the record has."

* #patient-alive "Patienten lever" "No request, case or pathway starts for a deceased person."
* #patient-alive ^property[+].code = #severity
* #patient-alive ^property[=].valueCode = #block
* #patient-alive ^property[+].code = #requirement
* #patient-alive ^property[=].valueString = "OVP-15"
* #patient-alive ^property[+].code = #remedy
* #patient-alive ^property[=].valueString = "Check that it is the right patient; if the person is alive, have the population register data corrected and send again."

* #requester-may-start-track "Beställaren får starta spåret" "The track lets a unit of the requester's care level start it."
* #requester-may-start-track ^property[+].code = #severity
* #requester-may-start-track ^property[=].valueCode = #block
* #requester-may-start-track ^property[+].code = #requirement
* #requester-may-start-track ^property[=].valueString = "TRK-1,TRK-2,TRK-3,TRK-4,TRK-5,TRK-6,TRK-7,TRK-8"
* #requester-may-start-track ^property[+].code = #remedy
* #requester-may-start-track ^property[=].valueString = "Choose a track that your unit may start; HealthcareService/$find-tracks with from = your unit lists them."

* #receiver-offers-track "Mottagaren erbjuder spåret" "The receiver has an active service with the track and the specialty."
* #receiver-offers-track ^property[+].code = #severity
* #receiver-offers-track ^property[=].valueCode = #block
* #receiver-offers-track ^property[+].code = #requirement
* #receiver-offers-track ^property[=].valueString = "TRK-9"
* #receiver-offers-track ^property[+].code = #remedy
* #receiver-offers-track ^property[=].valueString = "Choose a receiver and a specialty from HealthcareService/$find-tracks."

* #receiver-open "Mottagaren har öppet" "The service is open at the asked time, or now for acute and sub-acute tracks."
* #receiver-open ^property[+].code = #severity
* #receiver-open ^property[=].valueCode = #justify
* #receiver-open ^property[+].code = #requirement
* #receiver-open ^property[=].valueString = "TRK-9,DSK-2"
* #receiver-open ^property[+].code = #remedy
* #receiver-open ^property[=].valueString = "Ask for a time within the opening hours (nextOpening in HealthcareService/$find-tracks), or justify why it cannot wait."

* #time-ahead "Tiden ligger framåt" "A time that is asked for or booked has not passed."
* #time-ahead ^property[+].code = #severity
* #time-ahead ^property[=].valueCode = #justify
* #time-ahead ^property[+].code = #requirement
* #time-ahead ^property[=].valueString = "TRK-9,DSK-2"
* #time-ahead ^property[+].code = #remedy
* #time-ahead ^property[=].valueString = "Correct the time, or justify why one that has passed is recorded afterwards."

* #priority-fits-track "Prioriteten passar spåret" "The priority is one that the track allows."
* #priority-fits-track ^property[+].code = #severity
* #priority-fits-track ^property[=].valueCode = #block
* #priority-fits-track ^property[+].code = #requirement
* #priority-fits-track ^property[=].valueString = "TRK-1,TRK-3"
* #priority-fits-track ^property[+].code = #remedy
* #priority-fits-track ^property[=].valueString = "Send a priority that the track allows (property priority in CodeSystem/track), or choose a track for that urgency."

* #question-present "Frågeställning finns" "The request has a question that the receiver can answer."
* #question-present ^property[+].code = #severity
* #question-present ^property[=].valueCode = #block
* #question-present ^property[+].code = #requirement
* #question-present ^property[=].valueString = "TRK-7"
* #question-present ^property[+].code = #remedy
* #question-present ^property[=].valueString = "Write the question in reasonCode.text."

* #work-up-documented "Utredningen är dokumenterad" "What has been investigated and treated is part of a sub-acute or elective request."
* #work-up-documented ^property[+].code = #severity
* #work-up-documented ^property[=].valueCode = #justify
* #work-up-documented ^property[+].code = #requirement
* #work-up-documented ^property[=].valueString = "TRK-7"
* #work-up-documented ^property[+].code = #remedy
* #work-up-documented ^property[=].valueString = "Describe the work-up in the extension work-up or refer to it in supportingInfo, or justify why there is none."

* #direct-track-condition "Misstänkt tillstånd anges" "An ambulance direct track carries the suspected condition of that track."
* #direct-track-condition ^property[+].code = #severity
* #direct-track-condition ^property[=].valueCode = #block
* #direct-track-condition ^property[+].code = #requirement
* #direct-track-condition ^property[=].valueString = "TRK-1"
* #direct-track-condition ^property[+].code = #remedy
* #direct-track-condition ^property[=].valueString = "State the suspected condition of the track in reasonCode.coding, or choose the track that fits the condition."

* #care-responsibility-stated "Vårdansvaret är angivet" "A referral says whether the care responsibility remains with the requesting unit."
* #care-responsibility-stated ^property[+].code = #severity
* #care-responsibility-stated ^property[=].valueCode = #warn
* #care-responsibility-stated ^property[+].code = #requirement
* #care-responsibility-stated ^property[=].valueString = "TRK-2"
* #care-responsibility-stated ^property[+].code = #remedy
* #care-responsibility-stated ^property[=].valueString = "State in the extension care-responsibility-remains whether your unit keeps the care responsibility; a referral that crosses the national service platform needs it."

* #svf-suspicion-documented "Välgrundad misstanke dokumenterad" "A standardised cancer pathway has its pathway, the well-founded suspicion and its date."
* #svf-suspicion-documented ^property[+].code = #severity
* #svf-suspicion-documented ^property[=].valueCode = #block
* #svf-suspicion-documented ^property[+].code = #requirement
* #svf-suspicion-documented ^property[=].valueString = "TRK-2"
* #svf-suspicion-documented ^property[+].code = #remedy
* #svf-suspicion-documented ^property[=].valueString = "Fill in pathway and date in the extension svf-suspicion."

* #on-call-contact-recorded "Bakjourskontakt dokumenterad" "It is recorded who on call was spoken to and when."
* #on-call-contact-recorded ^property[+].code = #severity
* #on-call-contact-recorded ^property[=].valueCode = #justify
* #on-call-contact-recorded ^property[+].code = #requirement
* #on-call-contact-recorded ^property[=].valueString = "TRK-3"
* #on-call-contact-recorded ^property[+].code = #remedy
* #on-call-contact-recorded ^property[=].valueString = "Call the on-call coordinator and record who and when in the extension on-call-contact, or justify why not."

* #conference-complete "Konferensen är komplett" "A case for a conference names one that its receiver runs and at least two specialties take part in, and a question; its answer gives a recommendation, of a conference that was not cancelled. The conference itself names no patient."
* #conference-complete ^property[+].code = #severity
* #conference-complete ^property[=].valueCode = #block
* #conference-complete ^property[+].code = #requirement
* #conference-complete ^property[=].valueString = "TRK-5"
* #conference-complete ^property[+].code = #remedy
* #conference-complete ^property[=].valueString = "Name the conference, at least two specialties and the question; in the answer, the recommendation."

* #three-parties "Tre parter deltar" "Patient and primary care physician at the health centre and the specialist by video take part."
* #three-parties ^property[+].code = #severity
* #three-parties ^property[=].valueCode = #block
* #three-parties ^property[+].code = #requirement
* #three-parties ^property[=].valueString = "DSK-1"
* #three-parties ^property[+].code = #remedy
* #three-parties ^property[=].valueString = "Name the patient, the primary care physician and the specialist as participants, the first two at the health centre."

* #meeting-of-request "Mötet hör till en begäran" "A meeting that a unit books itself is on a request of its own that has been accepted, of the patient of the request with staff, services or places of its two units."
* #meeting-of-request ^property[+].code = #severity
* #meeting-of-request ^property[=].valueCode = #block
* #meeting-of-request ^property[+].code = #requirement
* #meeting-of-request ^property[=].valueString = "TRK-9,ALL-3"
* #meeting-of-request ^property[+].code = #remedy
* #meeting-of-request ^property[=].valueString = "Name the accepted request in basedOn; let its patient take part, and of staff, services and places those of its two units only, one at least."

* #return-complete "Utremitteringen är komplett" "A return to primary care has a summary, a plan, a named receiver, and the patient is informed."
* #return-complete ^property[+].code = #severity
* #return-complete ^property[=].valueCode = #block
* #return-complete ^property[+].code = #requirement
* #return-complete ^property[=].valueString = "TRK-8"
* #return-complete ^property[+].code = #remedy
* #return-complete ^property[=].valueString = "Fill in summary, plan and a named receiver at the receiving unit, and inform the patient."

* #one-active-request "En aktiv begäran" "The patient has no other active request on the same track and specialty."
* #one-active-request ^property[+].code = #severity
* #one-active-request ^property[=].valueCode = #justify
* #one-active-request ^property[+].code = #requirement
* #one-active-request ^property[=].valueString = "TRK-9"
* #one-active-request ^property[+].code = #remedy
* #one-active-request ^property[=].valueString = "Use or supplement the request that exists, cancel it if it is yours, or justify why another is needed."

* #transition-not-allowed "Otillåten övergång" "The step is one that the present state and the acting unit allow."
* #transition-not-allowed ^property[+].code = #severity
* #transition-not-allowed ^property[=].valueCode = #block
* #transition-not-allowed ^property[+].code = #requirement
* #transition-not-allowed ^property[=].valueString = "TRK-9"
* #transition-not-allowed ^property[+].code = #remedy
* #transition-not-allowed ^property[=].valueString = "Read the resource again, and what is possible now where its type has $available-actions; act from that version."

* #reason-given "Orsak angiven" "Every decision but accept has a reason."
* #reason-given ^property[+].code = #severity
* #reason-given ^property[=].valueCode = #block
* #reason-given ^property[+].code = #requirement
* #reason-given ^property[=].valueString = "TRK-9"
* #reason-given ^property[+].code = #remedy
* #reason-given ^property[=].valueString = "Say why in reason, so that the other unit knows what to do next."

* #patient-informed "Patienten är informerad" "A final answer says what happens next and that the patient was told."
* #patient-informed ^property[+].code = #severity
* #patient-informed ^property[=].valueCode = #justify
* #patient-informed ^property[+].code = #requirement
* #patient-informed ^property[=].valueString = "DSK-4"
* #patient-informed ^property[+].code = #remedy
* #patient-informed ^property[=].valueString = "State the next step and that the patient was told, or justify why the patient has not been informed."

* #claimed-once "Tas av en" "A request that somebody at the unit has is not claimed by another."
* #claimed-once ^property[+].code = #severity
* #claimed-once ^property[=].valueCode = #block
* #claimed-once ^property[+].code = #requirement
* #claimed-once ^property[=].valueString = "TRK-4"
* #claimed-once ^property[+].code = #remedy
* #claimed-once ^property[=].valueString = "Take another request, or have this one given to you by $reassign."

* #slot-free "Tiden är ledig" "A slot is taken by one appointment, at its time, and is one of the unit that runs the conference, or that receives the request by a service on its track."
* #slot-free ^property[+].code = #severity
* #slot-free ^property[=].valueCode = #block
* #slot-free ^property[+].code = #requirement
* #slot-free ^property[=].valueString = "TRK-9"
* #slot-free ^property[+].code = #remedy
* #slot-free ^property[=].valueString = "Choose a free slot of the receiving unit and its service on the track (Slot?status=free); move or cancel an appointment to free its slot."

* #booked-when-open "Bokad när det är öppet" "A meeting outside of any schedule lies within the opening hours of the receiver of its request."
* #booked-when-open ^property[+].code = #severity
* #booked-when-open ^property[=].valueCode = #warn
* #booked-when-open ^property[+].code = #requirement
* #booked-when-open ^property[=].valueString = "TRK-9,DSK-2"
* #booked-when-open ^property[+].code = #remedy
* #booked-when-open ^property[=].valueString = "Check the time; the opening hours are in HealthcareService.availableTime, and Slot?status=free has the times that the unit gives."

* #conversion-allowed "Omvandlingen är tillåten" "A request is converted to a track that its own names, and advice to a referral only where the requester allows it."
* #conversion-allowed ^property[+].code = #severity
* #conversion-allowed ^property[=].valueCode = #block
* #conversion-allowed ^property[+].code = #requirement
* #conversion-allowed ^property[=].valueString = "TRK-9"
* #conversion-allowed ^property[+].code = #remedy
* #conversion-allowed ^property[=].valueString = "Choose a track that track-conversion in the ActivityDefinition of the track names; to make a referral of advice, ask the requester to allow it (advice-may-become-referral) or to convert it itself."

* #outcome-fits-track "Utfallet passar spåret" "A final answer has an outcome that the track allows."
* #outcome-fits-track ^property[+].code = #severity
* #outcome-fits-track ^property[=].valueCode = #block
* #outcome-fits-track ^property[+].code = #requirement
* #outcome-fits-track ^property[=].valueString = "TRK-9"
* #outcome-fits-track ^property[+].code = #remedy
* #outcome-fits-track ^property[=].valueString = "Choose an outcome that the track allows (track-outcome in the ActivityDefinition of the track)."

* #follow-on-referral "Följdremiss finns" "The outcome visit-needed leads to a referral linked to the consultation, and a care commitment follows it."
* #follow-on-referral ^property[+].code = #severity
* #follow-on-referral ^property[=].valueCode = #block
* #follow-on-referral ^property[+].code = #requirement
* #follow-on-referral ^property[=].valueString = "DSK-9"
* #follow-on-referral ^property[+].code = #remedy
* #follow-on-referral ^property[=].valueString = "Answer by $answer, which makes the referral and links it: to the receiver that it names, or to the answering unit where it names none."

* #no-overlapping-visits "Inga samtidiga besök" "The patient has no other clinic visit at the same time at another place."
* #no-overlapping-visits ^property[+].code = #severity
* #no-overlapping-visits ^property[=].valueCode = #block
* #no-overlapping-visits ^property[+].code = #requirement
* #no-overlapping-visits ^property[=].valueString = "DSK-7"
* #no-overlapping-visits ^property[+].code = #remedy
* #no-overlapping-visits ^property[=].valueString = "Correct the period; the specialist's part of a consultation is registered as a consultation contact (class VR), not as a visit."

* #visit-is-over "Besöket är avslutat" "A finished visit or contact has ended."
* #visit-is-over ^property[+].code = #severity
* #visit-is-over ^property[=].valueCode = #block
* #visit-is-over ^property[+].code = #requirement
* #visit-is-over ^property[=].valueString = "DSK-5,DSK-6"
* #visit-is-over ^property[+].code = #remedy
* #visit-is-over ^property[=].valueString = "Correct the period, or finish the visit when it has ended."

* #visit-time-plausible "Besökets tid är rimlig" "A visit or contact lasts 24 hours at most, and one that answers a request has not ended before that was sent."
* #visit-time-plausible ^property[+].code = #severity
* #visit-time-plausible ^property[=].valueCode = #block
* #visit-time-plausible ^property[+].code = #requirement
* #visit-time-plausible ^property[=].valueString = "DSK-5,DSK-6,DSK-7"
* #visit-time-plausible ^property[+].code = #remedy
* #visit-time-plausible ^property[=].valueString = "Correct the period: a consultation takes place after its request was sent, and within 24 hours."

* #visit-has-distance-code "Distanskonsultation kodad" "A finished primary care visit of a consultation has the activity XS004."
* #visit-has-distance-code ^property[+].code = #severity
* #visit-has-distance-code ^property[=].valueCode = #block
* #visit-has-distance-code ^property[+].code = #requirement
* #visit-has-distance-code ^property[=].valueString = "DSK-5"
* #visit-has-distance-code ^property[+].code = #remedy
* #visit-has-distance-code ^property[=].valueString = "Register the KVÅ code XS004 as a Procedure of the visit before finishing it."

* #consultation-coded "Konsultationen är kodad" "The finished contact of the specialist has type KD, reason SJ and professional category 10, and is never a clinic visit."
* #consultation-coded ^property[+].code = #severity
* #consultation-coded ^property[=].valueCode = #block
* #consultation-coded ^property[+].code = #requirement
* #consultation-coded ^property[=].valueString = "DSK-6"
* #consultation-coded ^property[+].code = #remedy
* #consultation-coded ^property[=].valueString = "Set class VR, type KD, reasonCode SJ and participant.type 10 before finishing, and never the type mottagningsbesok."

* #registrations-agree "Registreringarna stämmer överens" "Both registrations have the same patient, are linked, and the contact lies within the visit."
* #registrations-agree ^property[+].code = #severity
* #registrations-agree ^property[=].valueCode = #block
* #registrations-agree ^property[+].code = #requirement
* #registrations-agree ^property[=].valueString = "DSK-5,DSK-6,DSK-7"
* #registrations-agree ^property[+].code = #remedy
* #registrations-agree ^property[=].valueString = "Link the contact to the visit with partOf, for the same patient and within the period of the visit."

* #registration-in-order "Registreringen i rätt ordning" "A consultation is registered once its request has been accepted, what was cancelled or entered in error stays so, and only what is finished is verified."
* #registration-in-order ^property[+].code = #severity
* #registration-in-order ^property[=].valueCode = #block
* #registration-in-order ^property[+].code = #requirement
* #registration-in-order ^property[=].valueString = "DSK-5,DSK-6,DSK-8"
* #registration-in-order ^property[+].code = #remedy
* #registration-in-order ^property[=].valueString = "Register once the receiver has accepted the request, register anew what was taken back, and finish before you verify."

* #diagnosis-registered "Diagnos registrerad" "Both registrations have a diagnosis."
* #diagnosis-registered ^property[+].code = #severity
* #diagnosis-registered ^property[=].valueCode = #warn
* #diagnosis-registered ^property[+].code = #requirement
* #diagnosis-registered ^property[=].valueString = "DSK-6,DSK-8"
* #diagnosis-registered ^property[+].code = #remedy
* #diagnosis-registered ^property[=].valueString = "Register a diagnosis with $complete-registration; until then it shows in $registration-gaps."

* #follows-own-request "Följer en egen remiss" "What follows from a request is written by one of its two units."
* #follows-own-request ^property[+].code = #severity
* #follows-own-request ^property[=].valueCode = #block
* #follows-own-request ^property[+].code = #requirement
* #follows-own-request ^property[=].valueString = "ALL-3"
* #follows-own-request ^property[+].code = #remedy
* #follows-own-request ^property[=].valueString = "Base it on a request that your unit sends or receives, or leave the reference out."

* #consent-covers-party "Samtycke omfattar parten" "An active consent or the secrecy act's exception covers each receiver outside the own care provider."
* #consent-covers-party ^property[+].code = #severity
* #consent-covers-party ^property[=].valueCode = #block
* #consent-covers-party ^property[+].code = #requirement
* #consent-covers-party ^property[=].valueString = "OVP-5"
* #consent-covers-party ^property[+].code = #remedy
* #consent-covers-party ^property[=].valueString = "Get the consent of the person for that party, or document the exception, before sending."

* #consent-verified-by-unit "Samtycket kontrollerat av enheten" "The acting unit has made sure of the consent for itself."
* #consent-verified-by-unit ^property[+].code = #severity
* #consent-verified-by-unit ^property[=].valueCode = #justify
* #consent-verified-by-unit ^property[+].code = #requirement
* #consent-verified-by-unit ^property[=].valueString = "OVP-5"
* #consent-verified-by-unit ^property[+].code = #remedy
* #consent-verified-by-unit ^property[=].valueString = "Call Consent/$verify for your unit, or justify why it could not be done."

* #osl-exception-documented "OSL-undantag dokumenterat" "With OSL 25:13 the assessor and the reason are recorded."
* #osl-exception-documented ^property[+].code = #severity
* #osl-exception-documented ^property[=].valueCode = #block
* #osl-exception-documented ^property[+].code = #requirement
* #osl-exception-documented ^property[=].valueString = "OVP-5"
* #osl-exception-documented ^property[+].code = #remedy
* #osl-exception-documented ^property[=].valueString = "Record who made the assessment and why in the consent."

* #refused-consent-stays-inside "Nekat samtycke respekteras" "With a denied consent only the own organisation and the person take part."
* #refused-consent-stays-inside ^property[+].code = #severity
* #refused-consent-stays-inside ^property[=].valueCode = #block
* #refused-consent-stays-inside ^property[+].code = #requirement
* #refused-consent-stays-inside ^property[=].valueString = "OVP-5"
* #refused-consent-stays-inside ^property[+].code = #remedy
* #refused-consent-stays-inside ^property[=].valueString = "Remove parties outside your organisation, or get a new consent from the person."

* #decision-stands "Beslutet står fast" "What the person has decided is taken back or decided anew, not rewritten."
* #decision-stands ^property[+].code = #severity
* #decision-stands ^property[=].valueCode = #block
* #decision-stands ^property[+].code = #requirement
* #decision-stands ^property[=].valueString = "OVP-5"
* #decision-stands ^property[+].code = #remedy
* #decision-stands ^property[=].valueString = "Withdraw the consent with Consent/$withdraw, and record the new decision as a consent of its own."

* #message-stands "Meddelandet står fast" "What was sent is added to or taken back, not rewritten."
* #message-stands ^property[+].code = #severity
* #message-stands ^property[=].valueCode = #block
* #message-stands ^property[+].code = #requirement
* #message-stands ^property[=].valueString = "OVP-12"
* #message-stands ^property[+].code = #remedy
* #message-stands ^property[=].valueString = "Add to the message with Communication/$supplement, or take it back with Communication/$withdraw."

* #case-about-patient "Ärendet gäller personen" "Everything in a case is about its person."
* #case-about-patient ^property[+].code = #severity
* #case-about-patient ^property[=].valueCode = #block
* #case-about-patient ^property[+].code = #requirement
* #case-about-patient ^property[=].valueString = "OVP-12,ALL-3"
* #case-about-patient ^property[+].code = #remedy
* #case-about-patient ^property[=].valueString = "Check that it is the right case; everything in it is about the person of the case."

* #party-wished "Parten är önskad" "A party outside health and social care takes part because the person wishes it."
* #party-wished ^property[+].code = #severity
* #party-wished ^property[=].valueCode = #block
* #party-wished ^property[+].code = #requirement
* #party-wished ^property[=].valueString = "OVP-4"
* #party-wished ^property[+].code = #remedy
* #party-wished ^property[=].valueString = "Ask the person, and say so with wishedByPatient."

* #sip-parties "Båda huvudmännen deltar" "A coordinated individual plan has at least one party of the region and one of the municipality."
* #sip-parties ^property[+].code = #severity
* #sip-parties ^property[=].valueCode = #block
* #sip-parties ^property[+].code = #requirement
* #sip-parties ^property[=].valueString = "OVP-17"
* #sip-parties ^property[+].code = #remedy
* #sip-parties ^property[=].valueString = "Invite the other principal with CarePlan/$invite first."

* #one-plan "En planering och en SIP i ärendet" "A case has one planning, and one coordinated individual plan."
* #one-plan ^property[+].code = #severity
* #one-plan ^property[=].valueCode = #block
* #one-plan ^property[+].code = #requirement
* #one-plan ^property[=].valueString = "OVP-10,OVP-17"
* #one-plan ^property[+].code = #remedy
* #one-plan ^property[=].valueString = "Change the one that there is: CarePlan/$plan writes the next version of the planning, a coordinated plan is changed by plain REST."

* #own-participants "Var part svarar för sina deltagare" "Of the participants of a case meeting a party answers for its own."
* #own-participants ^property[+].code = #severity
* #own-participants ^property[=].valueCode = #block
* #own-participants ^property[+].code = #requirement
* #own-participants ^property[=].valueString = "OVP-15"
* #own-participants ^property[+].code = #remedy
* #own-participants ^property[=].valueString = "Change the status of your own participants; ask others anew with needs-action."

* #attended-when-begun "Närvaro när mötet har börjat" "Who came to a meeting is recorded once it has begun."
* #attended-when-begun ^property[+].code = #severity
* #attended-when-begun ^property[=].valueCode = #block
* #attended-when-begun ^property[+].code = #requirement
* #attended-when-begun ^property[=].valueString = "OVP-15"
* #attended-when-begun ^property[+].code = #remedy
* #attended-when-begun ^property[=].valueString = "Record it when the meeting has begun."

* #own-contacts "Var part utser sina kontakter" "The initiating unit appoints the fixed care contact, every party its own contacts."
* #own-contacts ^property[+].code = #severity
* #own-contacts ^property[=].valueCode = #block
* #own-contacts ^property[+].code = #requirement
* #own-contacts ^property[=].valueString = "OVP-6,OVP-13"
* #own-contacts ^property[+].code = #remedy
* #own-contacts ^property[=].valueString = "Leave the fixed care contact to the initiating unit, and the contacts of other parties to them."

* #former-contacts-kept "Tidigare kontakter står kvar" "Who has been a contact in a case stays in its team, with the end of the period."
* #former-contacts-kept ^property[+].code = #severity
* #former-contacts-kept ^property[=].valueCode = #block
* #former-contacts-kept ^property[+].code = #requirement
* #former-contacts-kept ^property[=].valueString = "OVP-6,OVP-12"
* #former-contacts-kept ^property[+].code = #remedy
* #former-contacts-kept ^property[=].valueString = "Set period.end of the former contact, and add the new one beside it."

* #message-direction "Meddelandets riktning" "A vårdbegäran goes inwards and an MVO outwards in the care chain."
* #message-direction ^property[+].code = #severity
* #message-direction ^property[=].valueCode = #justify
* #message-direction ^property[+].code = #requirement
* #message-direction ^property[=].valueString = "OVP-7,OVP-8"
* #message-direction ^property[+].code = #remedy
* #message-direction ^property[=].valueString = "Use the message type that fits the direction, or justify the exception."

* #administrative-only "Endast administrativt innehåll" "An administrative message carries no clinical content."
* #administrative-only ^property[+].code = #severity
* #administrative-only ^property[=].valueCode = #warn
* #administrative-only ^property[+].code = #requirement
* #administrative-only ^property[=].valueString = "OVP-9"
* #administrative-only ^property[+].code = #remedy
* #administrative-only ^property[=].valueString = "Send clinical content in a vårdbegäran, an MVO or a planering instead."

* #assignment-needs-referral "Uppdrag kräver remiss" "An MVO does not carry an assignment to another unit."
* #assignment-needs-referral ^property[+].code = #severity
* #assignment-needs-referral ^property[=].valueCode = #justify
* #assignment-needs-referral ^property[+].code = #requirement
* #assignment-needs-referral ^property[=].valueString = "OVP-16"
* #assignment-needs-referral ^property[+].code = #remedy
* #assignment-needs-referral ^property[=].valueString = "Send the assignment as a request on a track, or justify why the message is enough."

* #renewals-not-taken "Receptförnyelse tas inte emot" "A prescription renewal goes only to a unit that takes renewals this way."
* #renewals-not-taken ^property[+].code = #severity
* #renewals-not-taken ^property[=].valueCode = #block
* #renewals-not-taken ^property[+].code = #requirement
* #renewals-not-taken ^property[=].valueString = "OVP-14"
* #renewals-not-taken ^property[+].code = #remedy
* #renewals-not-taken ^property[=].valueString = "Call the unit on the number in the answer."

* #party-takes-part "Parten deltar" "Sender and receivers take part in the case."
* #party-takes-part ^property[+].code = #severity
* #party-takes-part ^property[=].valueCode = #block
* #party-takes-part ^property[+].code = #requirement
* #party-takes-part ^property[=].valueString = "OVP-12,ALL-3"
* #party-takes-part ^property[+].code = #remedy
* #party-takes-part ^property[=].valueString = "Invite the party with CarePlan/$invite first."

* #case-open "Ärendet är öppet" "Nothing is sent in a closed or admitted case."
* #case-open ^property[+].code = #severity
* #case-open ^property[=].valueCode = #block
* #case-open ^property[+].code = #requirement
* #case-open ^property[=].valueString = "OVP-11,OVP-17"
* #case-open ^property[+].code = #remedy
* #case-open ^property[=].valueString = "Open a new case with CarePlan/$open-case."

* #nothing-unanswered "Inget obesvarat" "No request is unanswered and no message unacknowledged when a case closes."
* #nothing-unanswered ^property[+].code = #severity
* #nothing-unanswered ^property[=].valueCode = #justify
* #nothing-unanswered ^property[+].code = #requirement
* #nothing-unanswered ^property[=].valueString = "OVP-2,OVP-17"
* #nothing-unanswered ^property[+].code = #remedy
* #nothing-unanswered ^property[=].valueString = "Answer or acknowledge what is open, or justify closing without it."

* #sip-when-both-principals "SIP när båda huvudmännen har insatser" "A coordinated individual plan starts when region and municipality both still have interventions."
* #sip-when-both-principals ^property[+].code = #severity
* #sip-when-both-principals ^property[=].valueCode = #justify
* #sip-when-both-principals ^property[+].code = #requirement
* #sip-when-both-principals ^property[=].valueString = "OVP-17"
* #sip-when-both-principals ^property[+].code = #remedy
* #sip-when-both-principals ^property[=].valueString = "Start it with CarePlan/$start-sip, or justify why the person is better served without."

* #manual-delivery-documented "Manuell leverans dokumenterad" "For a unit without access it is recorded how and when the information was delivered."
* #manual-delivery-documented ^property[+].code = #severity
* #manual-delivery-documented ^property[=].valueCode = #block
* #manual-delivery-documented ^property[+].code = #requirement
* #manual-delivery-documented ^property[=].valueString = "OVP-12"
* #manual-delivery-documented ^property[+].code = #remedy
* #manual-delivery-documented ^property[=].valueString = "Deliver by fax or phone and record how and when."

* #attachment-accepted "Bilagan godtas" "An attachment has an accepted type and size, and its content is of the type that it says."
* #attachment-accepted ^property[+].code = #severity
* #attachment-accepted ^property[=].valueCode = #block
* #attachment-accepted ^property[+].code = #requirement
* #attachment-accepted ^property[=].valueString = "OVP-15"
* #attachment-accepted ^property[+].code = #remedy
* #attachment-accepted ^property[=].valueString = "Send pdf, jpeg, png, gif, bmp, html or txt of at most 10 MB in all, with the right contentType."

* #attachment-about-patient "Bilagan gäller patienten" "A document that belongs to a request is about the patient of the request."
* #attachment-about-patient ^property[+].code = #severity
* #attachment-about-patient ^property[=].valueCode = #block
* #attachment-about-patient ^property[+].code = #requirement
* #attachment-about-patient ^property[=].valueString = "OVP-15"
* #attachment-about-patient ^property[+].code = #remedy
* #attachment-about-patient ^property[=].valueString = "Check that it is the right document; attach it to a request about the same patient."

* #pathway-introduced "Vårdförloppet är infört" "A pathway plan starts only from a pathway that the region has introduced."
* #pathway-introduced ^property[+].code = #severity
* #pathway-introduced ^property[=].valueCode = #block
* #pathway-introduced ^property[+].code = #requirement
* #pathway-introduced ^property[=].valueString = "PWY-2,PWY-3"
* #pathway-introduced ^property[+].code = #remedy
* #pathway-introduced ^property[=].valueString = "Choose an introduced pathway, or introduce it with PlanDefinition/$introduce."

* #introduction-analysed "Införandet är analyserat" "An introduction has the five parts of the analysis and at least one indicator."
* #introduction-analysed ^property[+].code = #severity
* #introduction-analysed ^property[=].valueCode = #block
* #introduction-analysed ^property[+].code = #requirement
* #introduction-analysed ^property[=].valueString = "PWY-3"
* #introduction-analysed ^property[+].code = #remedy
* #introduction-analysed ^property[=].valueString = "Fill in the missing parts of the analysis and name an indicator."

* #pathway-started-once "Vårdförloppet är påbörjat en gång" "A unit has a patient on a pathway once at a time."
* #pathway-started-once ^property[+].code = #severity
* #pathway-started-once ^property[=].valueCode = #block
* #pathway-started-once ^property[+].code = #requirement
* #pathway-started-once ^property[=].valueString = "PWY-1"
* #pathway-started-once ^property[+].code = #remedy
* #pathway-started-once ^property[=].valueString = "Go on with the plan that your unit has, or end it first."

* #pathway-about-nobody "Vårdförloppet handlar inte om någon person" "No text of a pathway has a personal identity number in it."
* #pathway-about-nobody ^property[+].code = #severity
* #pathway-about-nobody ^property[=].valueCode = #block
* #pathway-about-nobody ^property[+].code = #requirement
* #pathway-about-nobody ^property[=].valueString = "PWY-2,ALL-3"
* #pathway-about-nobody ^property[+].code = #remedy
* #pathway-about-nobody ^property[=].valueString = "Leave the number out, and whatever else tells of a person; write telephone numbers in groups."

* #in-pathway-plan "Hör till patientens pågående vårdförlopp" "What belongs to a started pathway is about its patient, and the pathway goes on."
* #in-pathway-plan ^property[+].code = #severity
* #in-pathway-plan ^property[=].valueCode = #block
* #in-pathway-plan ^property[+].code = #requirement
* #in-pathway-plan ^property[=].valueString = "PWY-1,ALL-3"
* #in-pathway-plan ^property[+].code = #remedy
* #in-pathway-plan ^property[=].valueString = "Check that it is the right pathway and that it goes on, or leave the reference out; a message names its case first."

* #pathway-parties "Utförarna får känna till vårdförloppet" "What is done by a started pathway is done by units of the responsible unit's care provider or of the request that it came from."
* #pathway-parties ^property[+].code = #severity
* #pathway-parties ^property[=].valueCode = #block
* #pathway-parties ^property[+].code = #requirement
* #pathway-parties ^property[=].valueString = "PWY-1,ALL-3"
* #pathway-parties ^property[+].code = #remedy
* #pathway-parties ^property[=].valueString = "Name a unit of your own care provider, or ask the unit by a request that belongs to the pathway."

* #monitoring-asked-for "Mätvärdet efterfrågas" "A value is one that the started pathway which it names asks for."
* #monitoring-asked-for ^property[+].code = #severity
* #monitoring-asked-for ^property[=].valueCode = #block
* #monitoring-asked-for ^property[+].code = #requirement
* #monitoring-asked-for ^property[=].valueString = "UPP-9"
* #monitoring-asked-for ^property[+].code = #remedy
* #monitoring-asked-for ^property[=].valueString = "Name the plan that asks for it; its responsible unit adds the extension monitoring to an activity where it is to be asked for."

* #unit-as-asked-for "Enheten är den efterfrågade" "A value is in the unit of measure in which the plan states its limits."
* #unit-as-asked-for ^property[+].code = #severity
* #unit-as-asked-for ^property[=].valueCode = #block
* #unit-as-asked-for ^property[+].code = #requirement
* #unit-as-asked-for ^property[=].valueString = "UPP-9"
* #unit-as-asked-for ^property[+].code = #remedy
* #unit-as-asked-for ^property[=].valueString = "Convert the value, and send it in the unit of the plan's extension monitoring."

* #comments-answered "Remissvar besvarade" "A pathway is approved when every comment of its consultation has been answered."
* #comments-answered ^property[+].code = #severity
* #comments-answered ^property[=].valueCode = #block
* #comments-answered ^property[+].code = #requirement
* #comments-answered ^property[=].valueString = "PWY-2"
* #comments-answered ^property[+].code = #remedy
* #comments-answered ^property[=].valueString = "Answer each comment with PlanDefinition/$answer-comment, then approve."

* #region-introduces "Regionen inför" "A pathway is introduced by a region: a care provider whose principal-type is region."
* #region-introduces ^property[+].code = #severity
* #region-introduces ^property[=].valueCode = #block
* #region-introduces ^property[+].code = #requirement
* #region-introduces ^property[=].valueString = "PWY-3"
* #region-introduces ^property[+].code = #remedy
* #region-introduces ^property[=].valueString = "Name the region itself: the care provider whose principal-type is region."

* #introduced-once "Infört en gång" "A region has one introduction of a pathway at a time."
* #introduced-once ^property[+].code = #severity
* #introduced-once ^property[=].valueCode = #block
* #introduced-once ^property[+].code = #requirement
* #introduced-once ^property[=].valueString = "PWY-3"
* #introduced-once ^property[+].code = #remedy
* #introduced-once ^property[=].valueString = "Retire the earlier introduction with PlanDefinition/$advance to=retired, then introduce this one."

* #pathway-version-once "Vårdförloppets version finns en gång" "The url and version of a pathway name one."
* #pathway-version-once ^property[+].code = #severity
* #pathway-version-once ^property[=].valueCode = #block
* #pathway-version-once ^property[+].code = #requirement
* #pathway-version-once ^property[=].valueString = "PWY-4"
* #pathway-version-once ^property[+].code = #remedy
* #pathway-version-once ^property[=].valueString = "Give the pathway a version that its url has not had."

* #deviation-concerns-party "Avvikelsen rör en part" "A deviation is about a step of the collaboration, and concerns a unit that takes part in that step, sees it and has access."
* #deviation-concerns-party ^property[+].code = #severity
* #deviation-concerns-party ^property[=].valueCode = #block
* #deviation-concerns-party ^property[+].code = #requirement
* #deviation-concerns-party ^property[=].valueString = "OVP-18"
* #deviation-concerns-party ^property[+].code = #remedy
* #deviation-concerns-party ^property[=].valueString = "Name a unit that takes part in what went wrong, such as the receiver of the message; one without access is told by telephone."

* #experience-after-end "Upplevelsen efteråt" "A person is asked how a case or consultation was after it has ended."
* #experience-after-end ^property[+].code = #severity
* #experience-after-end ^property[=].valueCode = #block
* #experience-after-end ^property[+].code = #requirement
* #experience-after-end ^property[=].valueString = "OVP-19"
* #experience-after-end ^property[+].code = #remedy
* #experience-after-end ^property[=].valueString = "Record the answers when the case is closed or the request has its final answer."

* #experience-of-participant "Upplevelsen hör till ärendet" "The answers are about the person of the case or consultation, and recorded by a unit that takes part in it."
* #experience-of-participant ^property[+].code = #severity
* #experience-of-participant ^property[=].valueCode = #block
* #experience-of-participant ^property[+].code = #requirement
* #experience-of-participant ^property[=].valueString = "OVP-19"
* #experience-of-participant ^property[+].code = #remedy
* #experience-of-participant ^property[=].valueString = "Record answers of the person of the case, at a unit that takes part in it."

* #experience-once "En upplevelse per ärende" "There is one response for each case or consultation."
* #experience-once ^property[+].code = #severity
* #experience-once ^property[=].valueCode = #block
* #experience-once ^property[+].code = #requirement
* #experience-once ^property[=].valueString = "OVP-19"
* #experience-once ^property[+].code = #remedy
* #experience-once ^property[=].valueString = "Leave it: the answers have been recorded. Those recorded by mistake are marked entered-in-error first, by the unit that recorded them."

* #server-written "Skrivs av servern" "Provenance, AuditEvent and server-set fields are written by the server only."
* #server-written ^property[+].code = #severity
* #server-written ^property[=].valueCode = #block
* #server-written ^property[+].code = #requirement
* #server-written ^property[=].valueString = "ALL-3"
* #server-written ^property[+].code = #remedy
* #server-written ^property[=].valueString = "Leave the resource or the field out; use the operation that leads to it."

* #parameters-fit "Parametrarna passar" "What is sent to an operation is what the operation takes, and fits together."
* #parameters-fit ^property[+].code = #severity
* #parameters-fit ^property[=].valueCode = #block
* #parameters-fit ^property[+].code = #requirement
* #parameters-fit ^property[=].valueString = "ALL-5"
* #parameters-fit ^property[+].code = #remedy
* #parameters-fit ^property[=].valueString = "Correct what the text names; the OperationDefinition says what each parameter is for."

* #caller-may-act "Rätt att göra detta" "The unit answers for what it does, and its token is for that."
* #caller-may-act ^property[+].code = #severity
* #caller-may-act ^property[=].valueCode = #block
* #caller-may-act ^property[+].code = #requirement
* #caller-may-act ^property[=].valueString = "ALL-3"
* #caller-may-act ^property[+].code = #remedy
* #caller-may-act ^property[=].valueString = "Leave it to the unit that answers for it, or act with a token that has the scope and, where a person answers, names one."

* #profile-conformance "Följer profilen" "The resource conforms to the profile for its type."
* #profile-conformance ^property[+].code = #severity
* #profile-conformance ^property[=].valueCode = #block
* #profile-conformance ^property[+].code = #requirement
* #profile-conformance ^property[=].valueString = "ALL-2"
* #profile-conformance ^property[+].code = #remedy
* #profile-conformance ^property[=].valueString = "Correct the element that expression points at; the profile is in StructureDefinition."

* #code-known "Känd kod" "A code belongs to a code system whose codes the server knows."
* #code-known ^property[+].code = #severity
* #code-known ^property[=].valueCode = #warn
* #code-known ^property[+].code = #requirement
* #code-known ^property[=].valueString = "ALL-2"
* #code-known ^property[+].code = #remedy
* #code-known ^property[=].valueString = "Check code and system; if they are right, whoever runs the server can load the full code system."

* #reference-known "Känd referens" "Every literal reference leads to something that the writer may see."
* #reference-known ^property[+].code = #severity
* #reference-known ^property[=].valueCode = #block
* #reference-known ^property[+].code = #requirement
* #reference-known ^property[=].valueString = "ALL-3"
* #reference-known ^property[+].code = #remedy
* #reference-known ^property[=].valueString = "Refer to a resource that you can read, or use an identifier reference."

* #time-plausible "Rimlig tid" "Every date and time is in a year that can be meant, from 1850 to 2200."
* #time-plausible ^property[+].code = #severity
* #time-plausible ^property[=].valueCode = #block
* #time-plausible ^property[+].code = #requirement
* #time-plausible ^property[=].valueString = "ALL-2"
* #time-plausible ^property[+].code = #remedy
* #time-plausible ^property[=].valueString = "Correct the year; an end that is not known is left out."

* #alias-normalised "Alias ersatt" "An identifier or code is stored under the canonical URI of its system."
* #alias-normalised ^property[+].code = #severity
* #alias-normalised ^property[=].valueCode = #warn
* #alias-normalised ^property[+].code = #requirement
* #alias-normalised ^property[=].valueString = "ALL-2"
* #alias-normalised ^property[+].code = #remedy
* #alias-normalised ^property[=].valueString = "Send the canonical URI; NamingSystem lists it with its aliases."

* #subscription-topic-known "Känt aviseringsämne" "A subscription names a topic, and filters that the topic has."
* #subscription-topic-known ^property[+].code = #severity
* #subscription-topic-known ^property[=].valueCode = #block
* #subscription-topic-known ^property[+].code = #requirement
* #subscription-topic-known ^property[=].valueString = "ALL-1,ALL-6"
* #subscription-topic-known ^property[+].code = #remedy
* #subscription-topic-known ^property[=].valueString = "Name a topic of the CapabilityStatement, and filters as CodeSystem/subscription-topic lists them."

* #endpoint-allowed "Tillåten mottagaradress" "Notifications go only to endpoints that the server's configuration lists, full resources only over https."
* #endpoint-allowed ^property[+].code = #severity
* #endpoint-allowed ^property[=].valueCode = #block
* #endpoint-allowed ^property[+].code = #requirement
* #endpoint-allowed ^property[=].valueString = "ALL-3"
* #endpoint-allowed ^property[+].code = #remedy
* #endpoint-allowed ^property[=].valueString = "Use an endpoint that whoever runs the server has listed (samspar.notification.endpoints), https for full-resource, and send the headers anew with a new endpoint."
