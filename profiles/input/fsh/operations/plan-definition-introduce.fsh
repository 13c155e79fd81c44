Instance: plan-definition-introduce
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#introduce, [["IntroducePathway"]])
* title = "Introduce a pathway in a region"
* description = "A region introduces an approved national pathway: from its analysis come goals and actions. Scope samspar/pathway-introduction of a unit of the region, or samspar/admin."
* affectsState = true
* resource = #PlanDefinition
* type = false
* instance = true
* insert InReference(#region, 1, "1", [[Canonical(SamsparCareProvider)]], [["The region that introduces it."]])
* insert InGroup(#patientGroup, 0, "1", [["The patients."]])
* insert InPart(#text, 0, "1", #string, [["Which patients (rule introduction-analysed)."]])
* insert InPart(#size, 0, "1", #positiveInt, [["How many a year (rule introduction-analysed)."]])
* insert In(#affected, 0, "*", #string, [["A unit, kind of unit or profession affected (rule introduction-analysed)."]])
* insert In(#start, 0, "*", #string, [["What care is to start doing (rule introduction-analysed)."]])
* insert In(#stop, 0, "*", #string, [["What care is to stop doing."]])
* insert In(#document, 0, "*", #string, [["A knowledge document, routine or agreement that changes (rule introduction-analysed)."]])
* insert In(#indicator, 0, "*", #canonical, [["A measure that follows the introduction up (rule introduction-analysed)."]])
* insert In(#goal, 0, "*", #string, [["What the introduction is to achieve, beside the goals of the national pathway."]])
* insert InGroup(#action, 0, "*", [["What has to be done."]])
* insert InPart(#description, 1, "1", #string, [["What."]])
* insert InPart(#responsible, 1, "1", #Reference, [["The organization that answers for it."]])
* insert InPart(#due, 1, "1", #date, [["Until when."]])
* insert Out(#return, 1, "1", #PlanDefinition, [["The regional pathway, introduced."]])
* insert Justification
