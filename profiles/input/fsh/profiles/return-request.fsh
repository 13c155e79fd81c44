Profile: SamsparReturnRequest
Parent: SamsparConsultationRequest
Id: return-request
Title: "Return request"
Description: "A patient comes back to primary care: what was done, what is planned, who takes over and that the patient knows."
* insert Conformance
* category = SamsparTrackCS#utremittering
* extension contains
    SamsparReturnSummaryExtension named returnSummary 0..1 and
    SamsparReturnPlanExtension named returnPlan 0..1 and
    SamsparNamedReceiverExtension named namedReceiver 0..1 and
    SamsparPatientInformedExtension named patientInformed 0..1
