Profile: SamsparPathway
Parent: PlanDefinition
Id: pathway
Title: "Care pathway (vårdförlopp)"
Description: "How patients of a group go through the chain of care: a national pathway, or the one that a region has introduced from it. It says nothing about any patient."
* insert Conformance
* implicitRules 0..0
* modifierExtension 0..0
* text 0..0
* url 1..1
* version 1..1
* title 1..1
* status ^short = "Follows pathway-state; set by the server"
* type 1..1
* type = http://terminology.hl7.org/CodeSystem/plan-definition-type#clinical-protocol
* subject[x] 0..0
* relatedArtifact ^short = "Knowledge documents (documentation), and of a regional pathway the national one (derived-from)"
* goal ^short = "What the pathway, or its introduction, is to achieve"
* action 1..*
* action ^short = "A phase, with its activities as actions of their own"
* action.id ^short = "Of a phase: its code"
* action.code ^short = "Of a phase: which one it is (pathway-phase)"
* action.timing[x] ^short = "Of a phase: how long it is expected to last, in days"
* action.relatedAction ^short = "Of a phase: its lead time, so that it begins within so many days after an earlier one began"
* extension contains
    SamsparPathwayStateExtension named state 1..1 and
    SamsparLifeCycleStepExtension named step 1..* and
    SamsparConsultedBodyExtension named consultedBody 0..* and
    SamsparConsultationCommentExtension named comment 0..* and
    SamsparPathwayIndicatorExtension named indicator 0..* and
    SamsparRegionExtension named region 0..1 and
    SamsparIntroductionAnalysisExtension named analysis 0..1 and
    SamsparIntroductionActionExtension named introductionAction 0..*
* obeys phase-coded and phases-in-order and lead-time-from-earlier-phase and times-in-days and activity-has-title

// Of phases, which are the outermost actions; a constraint on the element would hold for their activities too.

Invariant: phase-coded
Description: "A phase has one code of pathway-phase, and its id is that code."
Severity: #error
Expression: "action.all(code.count() = 1 and code.coding.count() = 1 and code.coding.system.endsWith('/CodeSystem/pathway-phase') and code.coding.code = id)"

Invariant: phases-in-order
Description: "Each phase stands once, in the order of the chain."
Severity: #error
Expression: "action.code.coding.code.join(' ').matches('^(early-detection ?)?(investigation ?)?(treatment ?)?(follow-up ?)?(rehabilitation)?$')"

Invariant: lead-time-from-earlier-phase
Description: "A phase has one lead time at most: within how many days after an earlier phase of the pathway began it is to begin (after-start)."
Severity: #error
Expression: "action.all(relatedAction.count() <= 1) and action.relatedAction.all(relationship = 'after-start' and offset is Duration and actionId in %resource.action.id) and action.where(relatedAction.exists()).all('early-detection investigation treatment follow-up rehabilitation'.indexOf(relatedAction.actionId) < 'early-detection investigation treatment follow-up rehabilitation'.indexOf(id))"

Invariant: times-in-days
Description: "Expected times and lead times are whole days, more than none."
Severity: #error
Expression: "action.select(timing | relatedAction.offset).all($this is Duration and code = 'd' and system = 'http://unitsofmeasure.org' and comparator.empty() and value >= 1 and value = value.truncate())"

Invariant: activity-has-title
Description: "An activity of a phase says what is done."
Severity: #error
Expression: "action.action.all(title.exists())"
