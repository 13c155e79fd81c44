Profile: SamsparCaseTeam
Parent: CareTeam
Id: case-team
Title: "Case team"
Description: "Who is what in a case: the fixed care contact (fast vårdkontakt), each unit's own contacts, the connected rehabilitation unit, relatives."
* insert Conformance
* implicitRules 0..0
* subject 1..1
* subject only Reference(SamsparPatient)
* participant.role 1..1
* participant.role from SamsparCaseTeamRoleVS (required)
* participant.member 1..1
* participant.member only Reference(SamsparPractitionerRole or SamsparCareUnit or RelatedPerson or SamsparPatient)
* managingOrganization 1..1
* managingOrganization only Reference(SamsparCareUnit)
* managingOrganization ^short = "The initiating unit of the case"
* obeys one-fixed-contact

Invariant: one-fixed-contact
Description: "A case has one fixed care contact at a time, and it is a person at a unit."
Severity: #error
Expression: "participant.where(role.coding.where(code = 'fixed-care-contact').exists() and period.end.empty()).count() <= 1 and participant.where(role.coding.where(code = 'fixed-care-contact').exists()).member.all(reference.matches('(^|/)PractitionerRole/'))"
