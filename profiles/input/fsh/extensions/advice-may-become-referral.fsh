Extension: SamsparAdviceMayBecomeReferralExtension
Id: advice-may-become-referral
Title: "Advice may become referral"
Description: "Whether the receiver may treat a request for advice as a referral, should the patient need a visit."
Context: ServiceRequest
* insert Conformance
* value[x] only boolean
* value[x] 1..1
