/**
 * Tells the systems of units what concerns them (ALL-1, ALL-6): what happens is written down in the transaction of the
 * change, numbered for each subscription, and delivered in order, at least once, across crashes.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"rule", "fhir", "store", "track"})
package se.samspar.notification;
