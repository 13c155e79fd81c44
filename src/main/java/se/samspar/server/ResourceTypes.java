package se.samspar.server;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which FHIR resource types exist on this server. What is not listed has neither an endpoint nor a table writer. */
final class ResourceTypes {

    /** What clients read and write in the record, each behind the access and rule gates. */
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
            "Schedule",
            "Slot",
            "DocumentReference",
            "CarePlan",
            "CareTeam",
            "Consent",
            "RelatedPerson",
            "AdverseEvent",
            "Observation",
            "PlanDefinition",
            "QuestionnaireResponse",
            "Subscription",
            "Measure",
            "MeasureReport",
            "Provenance");

    /** Served from the package in memory, read only. */
    static final Set<String> PACKAGED = Set.of(
            "StructureDefinition",
            "ValueSet",
            "CodeSystem",
            "SearchParameter",
            "OperationDefinition",
            "NamingSystem",
            "ActivityDefinition",
            "Questionnaire");

    /** What HAPI's own services ask for besides, and what references of served types may name in a chained search. */
    private static final Set<String> INTERNAL = Set.of(
            "Binary",
            "Bundle",
            "Composition",
            "ConceptMap",
            "Device",
            "Group",
            "ImplementationGuide",
            "Library",
            "List");

    static final Set<String> STORED =
            Stream.of(SERVED, PACKAGED, INTERNAL).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private ResourceTypes() {}
}
