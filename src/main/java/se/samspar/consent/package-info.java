/**
 * What a person allows and refuses in a case (OVP-5). {@link se.samspar.consent.ConsentDecisions} says of any unit whether
 * it may be told; what is written and who reads go by it alike.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"rule", "fhir", "store", "directory"})
package se.samspar.consent;
