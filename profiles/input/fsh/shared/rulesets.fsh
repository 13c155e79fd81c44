// Metadata that every artefact of the same sort shares. Status and version come from sushi-config.yaml.

RuleSet: Conformance
* ^publisher = "Samspår"
* ^date = "2025-01-01"
* ^experimental = false

RuleSet: CompleteCodeSystem
* insert Conformance
* ^caseSensitive = true
* ^content = #complete
* ^language = #sv

// A national code system of which only the codes in use are shipped; the owner's full release can be loaded instead.
RuleSet: FragmentCodeSystem(url, publisher)
* ^date = "2025-01-01"
* ^experimental = false
* ^publisher = {publisher}
* ^url = {url}
* ^caseSensitive = true
* ^content = #fragment
* ^language = #sv

// Says that instances conform to a profile of HL7 Sweden as well, without needing that package to build or run.
RuleSet: CompliesWith(canonical)
* ^extension[+].url = "http://hl7.org/fhir/StructureDefinition/structuredefinition-compliesWithProfile"
* ^extension[=].valueCanonical = {canonical}

RuleSet: CodeProperty(name, type, description)
* ^property[+].code = {name}
* ^property[=].type = {type}
* ^property[=].description = {description}

// A system that identifies people, units or things, with its preferred URI.
RuleSet: NamingSystemHead(title, kind)
* name = {title}
* status = #active
* kind = {kind}
* date = "2025-01-01"
* publisher = "Samspår"

RuleSet: PreferredUri(value)
* uniqueId[+].type = #uri
* uniqueId[=].value = {value}
* uniqueId[=].preferred = true

RuleSet: PreferredOid(value)
* uniqueId[+].type = #oid
* uniqueId[=].value = {value}
* uniqueId[=].preferred = true

RuleSet: AliasUri(value)
* uniqueId[+].type = #uri
* uniqueId[=].value = {value}
* uniqueId[=].preferred = false

RuleSet: AliasOid(value)
* uniqueId[+].type = #oid
* uniqueId[=].value = {value}
* uniqueId[=].preferred = false

// Operations
RuleSet: OperationHead(code, title)
* name = {title}
* status = #active
* kind = #operation
* code = {code}
* date = "2025-01-01"
* publisher = "Samspår"
* system = false

RuleSet: In(name, min, max, type, documentation)
* parameter[+].name = {name}
* parameter[=].use = #in
* parameter[=].min = {min}
* parameter[=].max = {max}
* parameter[=].type = {type}
* parameter[=].documentation = {documentation}

RuleSet: InReference(name, min, max, target, documentation)
* insert In({name}, {min}, {max}, #Reference, {documentation})
* parameter[=].targetProfile = {target}

RuleSet: InCode(name, min, max, valueSet, documentation)
* insert In({name}, {min}, {max}, #code, {documentation})
* parameter[=].binding.strength = #required
* parameter[=].binding.valueSet = {valueSet}

RuleSet: InGroup(name, min, max, documentation)
* parameter[+].name = {name}
* parameter[=].use = #in
* parameter[=].min = {min}
* parameter[=].max = {max}
* parameter[=].documentation = {documentation}

RuleSet: InPart(name, min, max, type, documentation)
* parameter[=].part[+].name = {name}
* parameter[=].part[=].use = #in
* parameter[=].part[=].min = {min}
* parameter[=].part[=].max = {max}
* parameter[=].part[=].type = {type}
* parameter[=].part[=].documentation = {documentation}

RuleSet: Out(name, min, max, type, documentation)
* parameter[+].name = {name}
* parameter[=].use = #out
* parameter[=].min = {min}
* parameter[=].max = {max}
* parameter[=].type = {type}
* parameter[=].documentation = {documentation}

RuleSet: OutGroup(name, min, max, documentation)
* parameter[+].name = {name}
* parameter[=].use = #out
* parameter[=].min = {min}
* parameter[=].max = {max}
* parameter[=].documentation = {documentation}

RuleSet: OutPart(name, min, max, type, documentation)
* parameter[=].part[+].name = {name}
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = {min}
* parameter[=].part[=].max = {max}
* parameter[=].part[=].type = {type}
* parameter[=].part[=].documentation = {documentation}

// Files that are sent along, inline; their subject and the request they belong to are set by the server.
RuleSet: AttachmentParameter
* insert In(#attachment, 0, "*", #DocumentReference, [["A file that is sent along: contentType and data in content.attachment, at most 10 MB in all (rule attachment-accepted)."]])

// Every operation that changes something takes the justifications for rules that it sets aside.
RuleSet: Justification
* parameter[+].name = #justification
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "A rule of severity justify that the caller sets aside. Kept as Provenance."
* parameter[=].part[+].name = #rule
* parameter[=].part[=].use = #in
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #code
* parameter[=].part[=].documentation = "The code of the rule."
* parameter[=].part[=].binding.strength = #required
* parameter[=].part[=].binding.valueSet = Canonical(SamsparRuleVS)
* parameter[=].part[+].name = #reason
* parameter[=].part[=].use = #in
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #string
* parameter[=].part[=].documentation = "Why the rule is set aside."
* parameter[=].part[+].name = #agreedWith
* parameter[=].part[=].use = #in
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #string
* parameter[=].part[=].documentation = "With whom it was agreed."

// The identifier slices of HL7 Sweden's organisation, with values.
RuleSet: SwedishOrganizationIdentifiers
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains
    hsaid 0..1 and
    organizationIdentifier 0..1
* identifier[hsaid].system 1..1
* identifier[hsaid].system = $hsa-id (exactly)
* identifier[hsaid].type = $v2-0203#PRN
* identifier[hsaid].value 1..1
* identifier[organizationIdentifier].system 1..1
* identifier[organizationIdentifier].system = $organisationsnummer (exactly)
* identifier[organizationIdentifier].type = $v2-0203#XX
* identifier[organizationIdentifier].value 1..1

// The HSA-id slice of HL7 Sweden's practitioner and practitioner role.
RuleSet: HsaIdentifier
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains hsaid 0..1
* identifier[hsaid].system 1..1
* identifier[hsaid].system = $hsa-id (exactly)
* identifier[hsaid].type = $v2-0203#PRN
* identifier[hsaid].value 1..1

RuleSet: SlicedBySystem(path)
* {path} ^slicing.discriminator.type = #value
* {path} ^slicing.discriminator.path = "system"
* {path} ^slicing.rules = #open

RuleSet: SystemOfSlice(path, system)
* {path}.system 1..1
* {path}.system = {system} (exactly)

// How receivers without access were reached, by operations that tell them something.
RuleSet: ManualDelivery
* parameter[+].name = #manualDelivery
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "How and when a receiver without access was reached; it is kept with the message, as extension manual-delivery."
* parameter[=].part[+].name = #unit
* parameter[=].part[=].use = #in
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #Reference
* parameter[=].part[=].documentation = "The receiver."
* parameter[=].part[+].name = #mode
* parameter[=].part[=].use = #in
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #code
* parameter[=].part[=].documentation = "By which means."
* parameter[=].part[=].binding.strength = #required
* parameter[=].part[=].binding.valueSet = Canonical(SamsparDeliveryModeVS)
* parameter[=].part[+].name = #time
* parameter[=].part[=].use = #in
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #dateTime
* parameter[=].part[=].documentation = "When it was delivered."
* parameter[=].part[+].name = #note
* parameter[=].part[=].use = #in
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #string
* parameter[=].part[=].documentation = "To whom, or to which number."

// What a topic is about, and what a subscription to it may filter by.
RuleSet: Topic(code, focus, filter)
* {code} ^property[+].code = #focus
* {code} ^property[=].valueCode = {focus}
* {code} ^property[+].code = #filter
* {code} ^property[=].valueString = {filter}

// An extension of HL7's guide "Subscriptions R5 Backport", under its own canonical.
RuleSet: Backport(id)
* insert Conformance
* ^url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/{id}"
