package se.samspar.security;

import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.rule.Actor;
import se.samspar.store.AccessLabels;

/** Who sees resources of a type: everyone with a token (directory, pathways), everyone (conformance), or those who take part. */
public final class TypeAccess {

    private static final Set<String> CONFORMANCE = Set.of(
            "StructureDefinition",
            "ValueSet",
            "CodeSystem",
            "NamingSystem",
            "OperationDefinition",
            "SearchParameter",
            "ActivityDefinition",
            "Questionnaire");

    private TypeAccess() {}

    public static boolean isConformance(String type) {
        return CONFORMANCE.contains(type);
    }

    /** Does every unit see all of this type? */
    static boolean isOpen(String type) {
        return AccessLabels.isOpen(type);
    }

    static boolean isDirectory(String type) {
        return AccessLabels.isDirectory(type);
    }

    /** Is it written by an administrator? By plain REST, that is: operations on pathways have scopes of their own. */
    static boolean isAdministered(String type) {
        return isConformance(type) || isDirectory(type) || AccessLabels.isKnowledge(type);
    }

    /** Does the actor see every resource of this type? */
    static boolean seesAll(Actor actor, String type) {
        return isConformance(type)
                || isOpen(type) && !actor.isPatient()
                || type.equals("Patient") && actor.has(Actor.POPULATION_SCOPE)
                || actor.isServer();
    }

    static boolean sees(Actor actor, Resource resource) {
        return seesAll(actor, resource.fhirType()) || AccessLabels.covers(resource, actor);
    }
}
