Extension: SamsparInterpreterNeedExtension
Id: interpreter-need
Title: "Interpreter need"
Description: "Which interpreter the patient needs."
Context: ServiceRequest
* insert Conformance
* value[x] only string
* value[x] 1..1
