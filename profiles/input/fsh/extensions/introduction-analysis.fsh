Extension: SamsparIntroductionAnalysisExtension
Id: introduction-analysis
Title: "Introduction analysis"
Description: "What introducing the pathway means in the region; that nothing is missing in it says the rule introduction-analysed. Written by the server in PlanDefinition/$introduce."
Context: PlanDefinition
* insert Conformance
* extension contains
    patientGroup 0..1 and
    size 0..1 and
    affected 0..* and
    start 0..* and
    stop 0..* and
    document 0..* and
    indicator 0..*
* extension[patientGroup] ^short = "Which patients"
* extension[patientGroup].value[x] only string
* extension[patientGroup].value[x] 1..1
* extension[size] ^short = "How many a year"
* extension[size].value[x] only positiveInt
* extension[size].value[x] 1..1
* extension[affected] ^short = "A unit, kind of unit or profession affected"
* extension[affected].value[x] only string
* extension[affected].value[x] 1..1
* extension[start] ^short = "What care is to start doing"
* extension[start].value[x] only string
* extension[start].value[x] 1..1
* extension[stop] ^short = "What care is to stop doing"
* extension[stop].value[x] only string
* extension[stop].value[x] 1..1
* extension[document] ^short = "A knowledge document, routine or agreement that changes"
* extension[document].value[x] only string
* extension[document].value[x] 1..1
* extension[indicator] ^short = "A measure that follows the introduction up"
* extension[indicator].value[x] only canonical
* extension[indicator].value[x] 1..1
