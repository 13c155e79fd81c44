Profile: SamsparCareCommitment
Parent: EpisodeOfCare
Id: care-commitment
Title: "Care commitment (vårdåtagande)"
Description: "What the receiver takes on when it accepts a request."
* insert Conformance
* patient only Reference(SamsparPatient)
* managingOrganization 1..1
* managingOrganization only Reference(SamsparCareUnit)
* referralRequest 1..1
* referralRequest only Reference(SamsparConsultationRequest)
