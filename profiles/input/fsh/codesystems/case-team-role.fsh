CodeSystem: SamsparCaseTeamRoleCS
Id: case-team-role
Title: "Roll i ärendet"
Description: "What somebody is in a case."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparCaseTeamRoleVS)

* #fixed-care-contact "Fast vårdkontakt" "Coordinates, informs, passes on contacts and is the person's contact."
* #patient-bound-contact "Patientknuten kontakt" "A unit's own contact for this person."
* #rehab-unit "Inkopplad rehabenhet" "The rehabilitation unit that is connected."
* #relative "Närstående" "A relative who takes part."
