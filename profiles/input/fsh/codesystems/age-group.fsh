CodeSystem: SamsparAgeGroupCS
Id: age-group
Title: "Åldersgrupp"
Description: "Age groups of follow-up."
* insert CompleteCodeSystem
* ^valueSet = Canonical(SamsparAgeGroupVS)

* #0-17 "0–17 år" "Children and young people."
* #18-64 "18–64 år" "Adults of working age."
* #65-79 "65–79 år" "Older people."
* #80-plus "80 år och äldre" "The oldest."
