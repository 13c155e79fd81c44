/**
 * The registration of a consultation as a pair of Encounters (DSK-5 to DSK-8): the visit at the health centre and the
 * contact of the specialist, each unit finishing its own half, with the medical secretary's list of what is missing.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"rule", "fhir", "store", "directory"})
package se.samspar.registration;
