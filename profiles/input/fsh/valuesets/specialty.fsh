ValueSet: SamsparSpecialtyVS
Id: specialty
Title: "Specialty"
Description: "Specialties as HSA activity codes (verksamhetskod); the whole system, of which the package ships those in use."
* insert Conformance
* include codes from system $hsa-verksamhetskod
