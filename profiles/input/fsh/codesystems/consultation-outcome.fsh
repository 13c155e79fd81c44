CodeSystem: SamsparConsultationOutcomeCS
Id: consultation-outcome
Title: "Konsultationens utfall"
Description: "What a consultation or referral led to."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparConsultationOutcomeVS)

* #continue-in-primary-care "Fortsatt handläggning i primärvården" "Primary care goes on with the advice it got."

* #visit-needed "Besök på mottagningen behövs" "The patient needs to come to the clinic: a referral follows."

* #admission "Inläggning" "The patient is admitted."

* #other-track "Annat samverkansspår" "Another track fits the need better."

* #more-work-up "Kompletterande utredning" "More has to be investigated first."

* #back-to-primary-care "Åter till primärvården" "Specialised care hands the patient back."

* #no-further-need "Inget ytterligare behov" "Nothing more is needed."
