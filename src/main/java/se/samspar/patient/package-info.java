/** The patient: who it is (ALL-2). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"rule", "fhir"})
package se.samspar.patient;
