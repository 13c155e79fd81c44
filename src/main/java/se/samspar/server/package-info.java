/**
 * HAPI wiring: JPA storage, the REST endpoint, validation, errors, the FHIR package. Features reach it by injection
 * only.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"rule", "fhir", "store", "security"})
package se.samspar.server;
