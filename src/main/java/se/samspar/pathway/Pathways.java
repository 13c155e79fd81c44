package se.samspar.pathway;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.fhir.generated.PathwayState;
import se.samspar.rule.Actor;

/** What a pathway says of its state, and what is kept of its life. */
public final class Pathways {

    /** FHIR's status follows the state. */
    private static final Map<PathwayState, PublicationStatus> STATUS = Map.of(
            PathwayState.DRAFT, PublicationStatus.DRAFT,
            PathwayState.CONSULTATION, PublicationStatus.DRAFT,
            PathwayState.REVISION, PublicationStatus.DRAFT,
            PathwayState.APPROVED, PublicationStatus.ACTIVE,
            PathwayState.INTRODUCED, PublicationStatus.ACTIVE,
            PathwayState.RETIRED, PublicationStatus.RETIRED);

    private Pathways() {}

    public static Optional<PathwayState> state(PlanDefinition pathway) {
        return values(pathway, Extensions.PATHWAY_STATE)
                .map(Type::primitiveValue)
                .flatMap(code -> PathwayState.of(code).stream())
                .findFirst();
    }

    public static boolean isIn(PlanDefinition pathway, PathwayState state) {
        return state(pathway).filter(state::equals).isPresent();
    }

    /** The region that has introduced it; empty for a national pathway. */
    public static Optional<Reference> region(PlanDefinition pathway) {
        return values(pathway, Extensions.REGION)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .findFirst();
    }

    /** Comes into a state, and keeps who brought it there. */
    static void enter(PlanDefinition pathway, PathwayState state, Actor actor, Instant now, Optional<String> note) {
        pathway.setStatus(STATUS.get(state));
        pathway.getExtension().removeIf(extension -> Extensions.PATHWAY_STATE.equals(extension.getUrl()));
        pathway.addExtension(new Extension(Extensions.PATHWAY_STATE, new CodeType(state.code())));
        Extension step = pathway.addExtension().setUrl(Extensions.LIFE_CYCLE_STEP);
        step.addExtension("state", new CodeType(state.code()));
        step.addExtension("when", new InstantType(Date.from(now)));
        step.addExtension("client", new StringType(actor.client()));
        actor.employeeHsaId()
                .ifPresent(employee -> step.addExtension(
                        "who",
                        new Identifier().setSystem(IdentifierSystems.HSA_ID).setValue(employee)));
        note.ifPresent(text -> step.addExtension("note", new StringType(text)));
    }

    static Stream<Reference> consultedBodies(PlanDefinition pathway) {
        return values(pathway, Extensions.CONSULTED_BODY)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast);
    }

    public static List<Extension> comments(PlanDefinition pathway) {
        return pathway.getExtensionsByUrl(Extensions.CONSULTATION_COMMENT);
    }

    /** The analysis that the introduction in a region rests on. */
    public static Optional<Extension> analysis(PlanDefinition pathway) {
        return pathway.getExtensionsByUrl(Extensions.INTRODUCTION_ANALYSIS).stream()
                .findFirst();
    }

    /** What has to be done for the region to have introduced it. */
    static List<Extension> actions(PlanDefinition pathway) {
        return pathway.getExtensionsByUrl(Extensions.INTRODUCTION_ACTION);
    }

    /** A part of a comment, an analysis or an action, as text. */
    public static Optional<String> part(Extension whole, String name) {
        return whole.getExtensionsByUrl(name).stream()
                .map(Extension::getValue)
                .filter(value -> value != null && value.hasPrimitiveValue())
                .map(Type::primitiveValue)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** The comment or action with this id. */
    static Optional<Extension> named(List<Extension> several, String id) {
        return several.stream()
                .filter(one -> part(one, "id").filter(id::equals).isPresent())
                .findFirst();
    }

    /** Is it a whole day, rather than a month or a year? */
    static boolean isDay(DateType date) {
        return date.getPrecision() == TemporalPrecisionEnum.DAY;
    }

    private static Stream<Type> values(PlanDefinition pathway, String url) {
        return pathway.getExtensionsByUrl(url).stream().map(Extension::getValue).filter(value -> value != null);
    }
}
