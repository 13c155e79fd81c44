Profile: SamsparConsultationRequest
Parent: ServiceRequest
Id: consultation-request
Title: "Consultation request"
Description: "A request on any track, from one unit to another."
* insert Conformance
* obeys question-present
* intent = #order
* implicitRules 0..0
* modifierExtension 0..0
* doNotPerform 0..0
* doNotPerform ^short = "Not used: a request asks for something to be done"
* category 1..1
* category from SamsparTrackVS (required)
* category ^short = "The track"
* subject only Reference(SamsparPatient)
* subject obeys subject-literal
* requester 1..1
* requester only Reference(SamsparPractitionerRole or SamsparCareUnit)
* performer 1..1
* performer only Reference(SamsparCareUnit)
* performer ^short = "The receiving unit"
* performerType from SamsparSpecialtyVS (preferred)
* performerType ^short = "The specialty"
* reasonCode ^short = "The question as text, with codes where there are any"
* basedOn ^short = "The request that it follows, and the started pathway that it belongs to (rule in-pathway-plan)"
* supportingInfo ^short = "Work-up, attachments and other background"
* extension contains
    SamsparCareResponsibilityRemainsExtension named careResponsibilityRemains 0..1 and
    SamsparInterpreterNeedExtension named interpreterNeed 0..1 and
    SamsparAwarenessTextExtension named awarenessText 0..1 and
    SamsparDesiredRecipientExtension named desiredRecipient 0..1 and
    SamsparAdviceMayBecomeReferralExtension named adviceMayBecomeReferral 0..1 and
    SamsparWorkUpExtension named workUp 0..1 and
    SamsparOnCallContactExtension named onCallContact 0..1 and
    SamsparSvfSuspicionExtension named svfSuspicion 0..1 and
    SamsparRequestVersionExtension named requestVersion 0..1 and
    SamsparIntermediaryExtension named intermediary 0..* and
    SamsparConvertedToExtension named convertedTo 0..*

Invariant: question-present
Description: "A request has a question that the receiver can answer, as text in reasonCode."
Severity: #error
Expression: "reasonCode.text.where(trim().length() > 0).exists()"

Invariant: subject-literal
Description: "The patient of a stored request is a literal reference; what is sent to $submit may name the patient by identifier alone."
Severity: #error
Expression: "%resource.id.exists() implies reference.exists()"
