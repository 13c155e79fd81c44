/** The patient: who it is (ALL-2), and whether it lives. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"rule", "fhir", "store"})
package se.samspar.patient;
