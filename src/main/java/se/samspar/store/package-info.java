/**
 * The one door to the record: every write, whatever way it comes, passes the gate here, where rules are checked and
 * what follows from a write is done in the same transaction.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"rule", "fhir"})
package se.samspar.store;
