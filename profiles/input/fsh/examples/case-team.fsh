Instance: case-team-example
InstanceOf: SamsparCaseTeam
Usage: #example
* status = #active
* subject = Reference(tolvan-tolvansson)
* managingOrganization.reference = "Organization/kommun-lund-hemtjanst"
* participant[+].role = SamsparCaseTeamRoleCS#fixed-care-contact
* participant[=].member.reference = "PractitionerRole/kommun-lund-hemtjanst-personal-2"
* participant[=].period.start = "2025-02-03T09:00:00+01:00"
* participant[=].period.end = "2025-02-10T09:00:00+01:00"
* participant[+].role = SamsparCaseTeamRoleCS#fixed-care-contact
* participant[=].member.reference = "PractitionerRole/kommun-lund-hemtjanst-personal-1"
* participant[=].period.start = "2025-02-10T09:00:00+01:00"
* participant[+].role = SamsparCaseTeamRoleCS#patient-bound-contact
* participant[=].member = Reference(dalby-lakare-1-role)
* participant[=].period.start = "2025-02-04T09:00:00+01:00"
* participant[+].role = SamsparCaseTeamRoleCS#rehab-unit
* participant[=].member.reference = "Organization/rehab-lund"
* participant[=].period.start = "2025-02-05T09:00:00+01:00"
