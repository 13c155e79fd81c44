Extension: BackportFilterCriteria
Id: backport-filter-criteria
Title: "Filter criteria"
Description: "Narrows a subscription, such as ServiceRequest?track=elektiv-remiss: a filter of the topic with values of which one has to be met. Several criteria have to be met all."
Context: Subscription.criteria
* insert Backport(backport-filter-criteria)
* value[x] only string
* value[x] 1..1
