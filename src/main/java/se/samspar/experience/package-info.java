/**
 * How people experienced participation and security when units worked together (OVP-19): recorded after a case or a
 * consultation, and summed up so that nobody is recognised.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"rule", "fhir", "store", "directory", "consent"})
package se.samspar.experience;
