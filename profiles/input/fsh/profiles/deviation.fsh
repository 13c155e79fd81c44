Profile: SamsparDeviation
Parent: AdverseEvent
Id: deviation
Title: "Deviation (avvikelse)"
Description: "Something went wrong in a step of the collaboration. It is reported to the unit concerned, which answers it; nobody else reads it."
* insert Conformance
* implicitRules 0..0
* modifierExtension 0..0
* actuality = #actual
* category 1..1
* category from SamsparDeviationStepVS (required)
* category ^short = "The step that went wrong; derived by the server from failed-step"
* event 1..1
* event.coding 0..1
* event.coding from SamsparDeviationKindVS (required)
* event.text 1..1
* event ^short = "What happened: its kind where one fits, and in words"
* subject only Reference(SamsparPatient)
* subject ^short = "The patient of the failed step; set by the server"
* recordedDate 1..1
* recordedDate ^short = "When it was reported; set by the server"
* date 0..0
* detected 0..0
* recorder 0..0
* contributor 0..0
* outcome ^binding.description = "How it ended for the patient."
* suspectEntity.causality.method ^binding.description = "How the cause was assessed."
* extension contains
    SamsparFailedStepExtension named failedStep 1..1 and
    SamsparConcernedUnitExtension named concernedUnit 1..1 and
    SamsparReportingUnitExtension named reportingUnit 1..1 and
    SamsparDeviationAnswerExtension named answer 0..1
* obeys deviation-says-something

Invariant: deviation-says-something
Description: "A deviation says what happened, and its answer what the unit has to say."
Severity: #error
Expression: "event.text.where(trim().length() > 0).exists() and extension.where(url.endsWith('/StructureDefinition/deviation-answer')).extension.where(url = 'text').value.all(trim().length() > 0)"
