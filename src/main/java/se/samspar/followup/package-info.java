/**
 * Indicators of how the collaboration goes (UPP-1, UPP-4, UPP-5, UPP-7, DSK-10): what counts is written down in the transaction of
 * each change, and summed up so that nobody is recognised.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"database", "rule", "fhir", "store", "directory", "pathway"})
package se.samspar.followup;
