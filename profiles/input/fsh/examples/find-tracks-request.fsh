Instance: find-tracks-request
InstanceOf: Parameters
Usage: #example
Title: "HealthcareService/$find-tracks"
* insert Value("from", valueString, [["Organization/vc-dalby"]])
* insert Value("track", valueCode, [[#digital-specialistkonsultation]])
* insert Value("specialty", valueCode, [[#1324]])
* insert Value("at", valueDateTime, [["2025-02-05T10:00:00+01:00"]])
