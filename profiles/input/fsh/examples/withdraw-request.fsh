Instance: withdraw-request
InstanceOf: Parameters
Usage: #example
Title: "Communication/[id]/$withdraw and Consent/[id]/$withdraw"
* insert Value("reason", valueString, [["Personen vill inte längre."]])
