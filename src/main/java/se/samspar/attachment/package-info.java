/**
 * Files that go with requests and answers (OVP-15): what a client sends inline in a DocumentReference is checked, stored
 * apart from the resource, and read as the Binary of the same id by whoever sees the DocumentReference.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"rule", "fhir", "store"})
package se.samspar.attachment;
