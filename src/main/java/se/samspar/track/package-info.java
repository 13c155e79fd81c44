/**
 * Requests on every track, from {@code $submit} to {@code $answer} (TRK-1 to TRK-9, DSK-1 to DSK-9): the work items that
 * follow a request, who may move them and when, and what an accepted or answered request leads to.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"rule", "fhir", "store", "directory", "attachment", "patient"})
package se.samspar.track;
