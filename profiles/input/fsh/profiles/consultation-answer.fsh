Profile: SamsparConsultationAnswer
Parent: Communication
Id: consultation-answer
Title: "Consultation answer"
Description: "What the receiver answers to a request."
* insert Conformance
* obeys answer-outcome
* basedOn 1..*
* basedOn only Reference(SamsparConsultationRequest)
* category 1..1
* category from SamsparAnswerKindVS (required)
* category ^short = "How final the answer is"
* subject 1..1
* subject only Reference(SamsparPatient)
* sender 1..1
* sender only Reference(SamsparCareUnit)
* recipient 1..*
* recipient only Reference(SamsparCareUnit)
* payload ^short = "The answer as text (contentString), and attachments"
* extension contains
    SamsparOutcomeExtension named outcome 0..1 and
    SamsparNextStepExtension named nextStep 0..1 and
    SamsparPatientInformedExtension named patientInformed 0..1

Invariant: answer-outcome
Description: "A final answer says what the consultation led to, in the extension outcome."
Severity: #error
Expression: "category.coding.where(code = 'final').exists() implies extension.where(url.endsWith('/StructureDefinition/outcome')).exists()"
