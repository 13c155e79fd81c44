/**
 * What a rule is: its code, severity, source and remedy, what it may ask for, and what it found. Imports Java, the R4
 * model and the FHIR kernel only.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package se.samspar.rule;
