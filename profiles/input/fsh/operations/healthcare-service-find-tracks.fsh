Instance: healthcare-service-find-tracks
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationHead(#find-tracks, [["FindTracks"]])
* title = "Find tracks"
* description = "Which services take a request on a track, whether they are open, and when they respond."
* affectsState = false
* resource = #HealthcareService
* type = true
* instance = false
* insert In(#from, 0, "1", #string, [["The unit that asks; the acting unit where absent. Text such as Organization/id or an HSA-id; in a body a Reference too."]])
* insert InCode(#track, 0, "1", [[Canonical(SamsparTrackVS)]], [["Only this track."]])
* insert In(#specialty, 0, "1", #code, [["Only services with this specialty, an HSA activity code; one that no service has finds nothing."]])
* insert In(#patient, 0, "1", #string, [["The patient, as a reference such as Patient/id, where the answer may depend on it."]])
* insert In(#at, 0, "1", #dateTime, [["The time asked about; now where absent."]])
* insert OutGroup(#match, 0, "*", [["A service that takes the request."]])
* insert OutPart(#service, 1, "1", #Reference, [["The HealthcareService."]])
* insert OutPart(#track, 1, "1", #code, [["The track."]])
* insert OutPart(#open, 1, "1", #boolean, [["Whether the service is open at the time."]])
* insert OutPart(#nextOpening, 0, "1", #dateTime, [["When it opens next, where it is closed."]])
* insert OutPart(#respondBy, 0, "1", #dateTime, [["When a request sent at the time is due."]])
* insert OutPart(#contact, 0, "*", #ContactPoint, [["How to reach the unit."]])
