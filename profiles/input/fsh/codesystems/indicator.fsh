CodeSystem: SamsparIndicatorCS
Id: indicator
Title: "Indikator"
Description: "What is counted for follow-up."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparIndicatorVS)

* #requests "Remisser per spår och utfall" "Requests, by the time they were sent; of the unit that sends."
* #ended-in-primary-care "Konsultationer som slutar i primärvården" "Final answers to primary care after which the patient stays there without a further referral; of the unit that asked."
* #time-to-triage "Tid till bedömning" "From sending to the receiver's first decision; of the receiver."
* #time-to-first-contact "Tid till första kontakt" "From sending to the first meeting; of the receiver."
* #time-to-final-answer "Tid till slutsvar" "From sending to the final answer; of the receiver."
* #answered-in-time "Slutsvar i tid" "Final answers within the time of the track; of the receiver."
* #overdue "Förfallna remisser" "Requests whose latest deadline passed without the step that was due; of the receiver."
* #closed-cases "Avslutade ärenden" "Cases of the outpatient process, by the time and reason of closing; of the initiating unit."
* #time-to-treatment "Tid till behandling" "From the well-founded suspicion, or else the start of the pathway, to the start of treatment; of the responsible unit."
* #lead-times-kept "Ledtider som hölls" "Started pathways of which the treatment began within its lead time; of the responsible unit."
* #messages-acknowledged-in-time "Meddelanden kvitterade i tid" "Messages that their receiver opened before the deadline; of the receiver."
* #same-unit "Samma enhet" "Contacts that were with the same unit as the patient's contact before within a year; of the unit of the contact."
* #same-professional "Samma person" "Contacts with the same professional as the patient's contact before with the unit within a year; of the unit of the contact."
* #set-aside-rules "Åsidosatta regler" "Rules that were set aside with a justification; of the unit that did so."
* #registered-within-a-week "Registreringar klara inom en vecka" "Consultations of which both registrations were finished within seven days of the visit; of the unit that had the visit."
* #sips "Samordnade individuella planer (SIP)" "Coordinated individual plans, by the time they were made; of the unit that made them."
* #deviations "Avvikelser per steg" "Deviations, by the time they were reported and the step that went wrong; of the unit that they concern."
* #experience-participation "Upplevd delaktighet" "People who felt that they took part; of the units that took part in what they answered about."
* #experience-security "Upplevd trygghet" "People who felt secure; of the units that took part in what they answered about."
