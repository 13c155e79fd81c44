/**
 * What residents see of their own care, whoever the care provider is (UPP-8): what happens next, in order of time and in
 * words for the person.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"rule", "fhir", "store", "directory"})
package se.samspar.resident;
