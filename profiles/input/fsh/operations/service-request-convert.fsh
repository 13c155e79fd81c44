Instance: service-request-convert
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#convert, [["Convert"]])
* title = "Convert a request to another track"
* description = "The request goes on as one on another track: before its final answer the new one replaces it, afterwards the new one is based on it."
* affectsState = true
* resource = #ServiceRequest
* type = false
* instance = true
* insert InCode(#track, 1, "1", [[Canonical(SamsparTrackVS)]], [["The track that it goes on."]])
* insert In(#to, 1, "1", #Reference, [["The service on that track, or the unit, that receives it."]])
* insert In(#reason, 0, "1", #string, [["Why; required before the final answer (rule reason-given)."]])
* insert In(#content, 0, "1", #ServiceRequest, [["What the other track asks for and the request does not have, as extensions of a ServiceRequest, such as svf-suspicion, on-call-contact or return-plan; and its priority, without which it is the nearest that the track allows."]])
* insert Out(#return, 1, "1", #Bundle, [["The former request, its work item, and the new request."]])
* insert Justification
