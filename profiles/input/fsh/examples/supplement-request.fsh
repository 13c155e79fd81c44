Instance: supplement-request
InstanceOf: Parameters
Usage: #example
Title: "ServiceRequest/[id]/$supplement"
* insert Value("note", valueString, [["Röntgensvar bifogas i utredningen."]])
* insert Value("workUp", valueString, [["Slätröntgen 2025-01-20: måttlig artros medialt."]])
* insert AttachmentExample
