/**
 * Care pathways (PWY-1..4): the life cycle of the national ones, how a region introduces them and follows that up (UPP-2),
 * and each patient's way through one.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"rule", "fhir", "store", "directory", "patient", "consent"})
package se.samspar.pathway;
