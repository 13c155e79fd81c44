/**
 * The access log that the Patient Data Act asks for: who has read and written what about whom, when and why, kept so that it
 * cannot be lost or changed; and who may read it.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"database", "rule", "fhir", "store", "security"})
package se.samspar.audit;
