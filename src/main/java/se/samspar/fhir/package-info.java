/**
 * FHIR and Swedish facts without behaviour of the server: generated canonical URLs and codes, references, Swedish
 * identifiers, operation parameters. Imports nothing of ours.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package se.samspar.fhir;
