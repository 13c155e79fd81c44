/**
 * Who calls, for which unit, with which scopes, and what that unit may see and write. Closed unless opened: what no rule
 * here allows is refused.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"rule", "fhir", "store"})
package se.samspar.security;
