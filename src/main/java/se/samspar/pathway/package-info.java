/**
 * Care pathways (PWY-1..4): the life cycle of the national ones, and how a region introduces them and follows that up
 * (UPP-2).
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"rule", "fhir", "store", "directory"})
package se.samspar.pathway;
