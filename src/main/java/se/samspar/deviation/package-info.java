/**
 * Deviations in the collaboration (OVP-18): reported straight to the unit concerned, answered by it, and summed up for
 * learning.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"rule", "fhir", "store", "directory", "consent"})
package se.samspar.deviation;
