Instance: complete-registration-request
InstanceOf: Parameters
Usage: #example
Title: "Encounter/[id]/$complete-registration"
* insert Value("diagnosis", valueCoding, [[$icd-10-se#M17.1 "Annan primär gonartros"]])
