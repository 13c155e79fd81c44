Extension: SamsparRequestVersionExtension
Id: request-version
Title: "Request version"
Description: "The version of the request in the national sense, which is not meta.versionId. Set by the server."
Context: ServiceRequest
* insert Conformance
* extension contains
    number 1..1 and
    reason 1..1
* extension[number] ^short = "1, then one more for each new version"
* extension[number].value[x] only positiveInt
* extension[number].value[x] 1..1
* extension[reason] ^short = "Why there is a new version"
* extension[reason].value[x] only code
* extension[reason].value[x] 1..1
* extension[reason].value[x] from SamsparRequestVersionReasonVS (required)
