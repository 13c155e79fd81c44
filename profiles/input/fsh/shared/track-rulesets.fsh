// What a track definition says; one line a fact.

RuleSet: TrackHead(code, title, description, profile)
* name = "{code}"
* title = {title}
* description = {description}
* status = #active
* experimental = false
* date = "2025-01-01"
* publisher = "Samspår"
* kind = #ServiceRequest
* intent = #order
* code = SamsparTrackCS#{code}
* profile = Canonical({profile})

RuleSet: TrackRule(rule)
* extension[rule][+].valueCode = #{rule}

RuleSet: TrackCondition(coding)
* extension[condition][+].valueCoding = {coding}

RuleSet: TrackCareCommitment
* extension[careCommitment].valueBoolean = true

RuleSet: TrackAdvice
* extension[advice].valueBoolean = true

RuleSet: TrackHandsBack
* extension[handsBack].valueBoolean = true

RuleSet: TrackContactOnDuty
* extension[contactOnDuty].valueBoolean = true

RuleSet: TrackMeeting(meeting)
* extension[meeting].valueCode = #{meeting}

RuleSet: TrackOutcome(outcome)
* extension[outcome][+].extension[outcome].valueCode = #{outcome}

RuleSet: TrackOutcomeThatEndsCommitment(outcome)
* extension[outcome][+].extension[outcome].valueCode = #{outcome}
* extension[outcome][=].extension[endsCommitment].valueBoolean = true

RuleSet: TrackOutcomeWithFollowOn(outcome, track)
* extension[outcome][+].extension[outcome].valueCode = #{outcome}
* extension[outcome][=].extension[followOn].valueCode = #{track}

RuleSet: TrackConversion(track)
* extension[conversion][+].valueCode = #{track}

RuleSet: TrackEscalation(track)
* extension[escalation].valueCode = #{track}
