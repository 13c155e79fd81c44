/**
 * Who takes part in the collaboration and what they offer (DSK-2, DSK-3): care providers, units, track services with
 * their opening hours, what a track allows (TRK-1 to TRK-9), deadlines, and {@code $find-tracks}. Participants are data:
 * adding or ending one changes no code.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"rule", "fhir", "store"})
package se.samspar.directory;
