CodeSystem: SamsparPathwayStateCS
Id: pathway-state
Title: "Vårdförloppets läge"
Description: "Where a care pathway is in its life cycle."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparPathwayStateVS)

* #draft "Utkast" "A national working group writes it."

* #consultation "Öppen remiss" "The consulted bodies comment on it."

* #revision "Revidering" "The working group answers the comments and revises it."

* #approved "Godkänt" "The steering group has approved it: ready for introduction in the regions."

* #introduced "Infört" "A region has analysed and introduced it; patients start in it."

* #retired "Upphört" "No longer in force."
