Profile: SamsparTrackDefinition
Parent: ActivityDefinition
Id: track-definition
Title: "Track definition"
Description: "What a track asks for, allows and leads to. A region replaces it by a file of its own."
* insert Conformance
* kind 1..1
* kind = #ServiceRequest
* code 1..1
* code from SamsparTrackVS (required)
* profile 1..1
* profile ^short = "The profile of requests on this track"
* extension contains
    SamsparTrackStarterExtension named starter 0..* and
    SamsparTrackReceiverExtension named receiver 0..* and
    SamsparTrackResponseExtension named response 0..* and
    SamsparTrackRuleExtension named rule 0..* and
    SamsparTrackConditionExtension named condition 0..* and
    SamsparTrackCareCommitmentExtension named careCommitment 0..1 and
    SamsparTrackAdviceExtension named advice 0..1 and
    SamsparTrackHandsBackExtension named handsBack 0..1 and
    SamsparTrackContactOnDutyExtension named contactOnDuty 0..1 and
    SamsparTrackMeetingExtension named meeting 0..1 and
    SamsparTrackOutcomeExtension named outcome 1..* and
    SamsparTrackConversionExtension named conversion 0..* and
    SamsparTrackEscalationExtension named escalation 0..1
