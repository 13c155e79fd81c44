package se.samspar.server;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which FHIR resource types exist on this server. What is not listed has neither an endpoint nor a table writer. */
final class ResourceTypes {

    /** What clients read and write, each behind the access and rule gates. */
    static final Set<String> SERVED = Set.of(
            "Patient",
            "Organization",
            "HealthcareService",
            "Location",
            "Practitioner",
            "PractitionerRole",
            "ServiceRequest",
            "Task",
            "Communication",
            "Encounter",
            "Condition",
            "Procedure",
            "EpisodeOfCare",
            "Appointment",
            "Provenance",
            "StructureDefinition",
            "ValueSet",
            "CodeSystem",
            "SearchParameter",
            "OperationDefinition",
            "NamingSystem");

    /** What HAPI's own services ask for besides. */
    private static final Set<String> INTERNAL = Set.of(
            "Binary",
            "Bundle",
            "Composition",
            "ConceptMap",
            "ImplementationGuide",
            "Library",
            "List",
            "Measure",
            "Observation",
            "Questionnaire",
            "Subscription");

    static final Set<String> STORED =
            Stream.concat(SERVED.stream(), INTERNAL.stream()).collect(Collectors.toUnmodifiableSet());

    private ResourceTypes() {}
}
