Extension: SamsparAttendedExtension
Id: attended
Title: "Attended"
Description: "Whether the participant came to the meeting."
Context: Appointment.participant
* insert Conformance
* value[x] only boolean
* value[x] 1..1
