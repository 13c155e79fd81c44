Profile: SamsparReferralRequest
Parent: SamsparConsultationRequest
Id: referral-request
Title: "Referral request"
Description: "The ordinary consultation referral, with the content and the lengths of the national referral contract (RIV-TA clinicalprocess:activity:request 2.2). The work-up has no length: what was answered before goes along in it."
* insert Conformance
* category = SamsparTrackCS#elektiv-remiss
* reasonCode.text ^maxLength = 8192
* extension[careResponsibilityRemains] ^short = "Whether the requesting unit keeps its care responsibility; the national contract needs it (rule care-responsibility-stated)"
* extension[interpreterNeed].value[x] ^maxLength = 200
* extension[awarenessText].value[x] ^maxLength = 8192
* extension[desiredRecipient].value[x] ^maxLength = 200
