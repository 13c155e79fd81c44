Instance: verify-request
InstanceOf: Parameters
Usage: #example
Title: "Consent/[id]/$verify"
* insert Value("note", valueString, [["Frågat på nytt vid besöket."]])
