ValueSet: SamsparCaseTeamRoleVS
Id: case-team-role
Title: "Roll i ärendet"
Description: "All codes of the code system case-team-role."
* insert Conformance
* include codes from system SamsparCaseTeamRoleCS
