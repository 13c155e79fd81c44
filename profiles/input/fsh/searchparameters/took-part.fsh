Instance: took-part
InstanceOf: SearchParameter
Usage: #definition
* name = "SamsparTookPartSearch"
* status = #active
* description = "A unit that took part in what the answers are about."
* code = #took-part
* base[+] = #QuestionnaireResponse
* type = #reference
* target[+] = #Organization
* expression = "QuestionnaireResponse.extension.where(url.endsWith('/StructureDefinition/took-part')).value.ofType(Reference)"
