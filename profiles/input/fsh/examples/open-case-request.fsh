Instance: open-case-request
InstanceOf: Parameters
Usage: #example
Title: "CarePlan/$open-case"
* parameter[+].name = "patient"
* parameter[=].resource = SubmittedPatient
* insert Value("initiator", valueReference, [[Reference(kommun-lund-hemtjanst)]])
* insert Value("party", valueReference, [[Reference(vc-dalby)]])
* insert Value("party", valueReference, [[Reference(skola-lund)]])
* insert Value("need", valueString, [["Yrsel och fall hemma"]])
* insert Value("goal", valueString, [["Bo kvar hemma"]])
* parameter[+].name = "consent"
* parameter[=].resource = SubmittedConsent
* insert Value("wishedByPatient", valueBoolean, [[true]])

Instance: SubmittedConsent
InstanceOf: Consent
Usage: #inline
* status = #active
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* category = $v3-ActCode#IDSCL
* policyRule = SamsparConsentBasisCS#consent "Samtycke"
* provision.type = #permit
