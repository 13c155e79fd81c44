/**
 * The demo region: its own token issuer and made-up data, loaded only with the profile {@code demo}. Nothing here is
 * meant for patients' data.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"fhir", "rule", "store", "security", "directory"})
package se.samspar.demo;
