package se.samspar.pathway;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.PathwayState;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;

/** From draft by consultation and revision to approved, and at last retired (PWY-2). */
@Component
class LifeCycleService {

    /** So that no body alone fills the pathway, which has to hold the comments of all and their answers. */
    private static final int MOST_OF_ONE_BODY = 10;

    private final ResourceStore store;
    private final PathwayAuthority authority;
    private final Clock clock;

    LifeCycleService(ResourceStore store, PathwayAuthority authority, Clock clock) {
        this.store = store;
        this.authority = authority;
        this.clock = clock;
    }

    PlanDefinition advance(
            PlanDefinition pathway, PathwayState to, Optional<String> note, List<Justification> justifications) {
        authority.requireAdvance(pathway, to);
        Pathways.enter(pathway, to, store.actor(), clock.instant(), note);
        return update(pathway, justifications);
    }

    PlanDefinition comment(PlanDefinition pathway, String text, List<Justification> justifications) {
        Reference body = authority.requireConsulted(pathway);
        requireRoom(pathway, body);
        int number = Pathways.comments(pathway).size() + 1;
        Extension comment = pathway.addExtension().setUrl(Extensions.CONSULTATION_COMMENT);
        comment.addExtension("id", new StringType(String.valueOf(number)));
        comment.addExtension("body", new Reference(body.getReference()));
        store.actor().organization().ifPresent(unit -> comment.addExtension("unit", unit));
        comment.addExtension("text", new StringType(text));
        comment.addExtension("when", new InstantType(Date.from(clock.instant())));
        return update(pathway, justifications);
    }

    private static void requireRoom(PlanDefinition pathway, Reference body) {
        long own = Pathways.comments(pathway).stream()
                .map(comment -> (Reference) comment.getExtensionByUrl("body").getValue())
                .filter(of -> of.getReference().equals(body.getReference()))
                .count();
        if (own >= MOST_OF_ONE_BODY) {
            throw ParameterRefused.invalid(
                    "text",
                    "The body has commented on the pathway %d times, and may not do so again."
                            .formatted(MOST_OF_ONE_BODY),
                    "Tell the working group by another way.");
        }
    }

    PlanDefinition answer(PlanDefinition pathway, String id, String text, List<Justification> justifications) {
        authority.requireAuthor();
        Extension comment = Pathways.named(Pathways.comments(pathway), id)
                .orElseThrow(() -> ParameterRefused.unknown(
                        "comment", "The pathway has no such comment.", "Name a comment by the id that stands in it."));
        if (comment.hasExtension("answer")) {
            throw ParameterRefused.invalid(
                    "comment", "The comment has been answered.", "An answer stands; comments are answered once.");
        }
        comment.addExtension("answer", new StringType(text));
        comment.addExtension("answered", new InstantType(Date.from(clock.instant())));
        return update(pathway, justifications);
    }

    private PlanDefinition update(PlanDefinition pathway, List<Justification> justifications) {
        justifications.forEach(justification -> justification.attachTo(pathway));
        return store.update(pathway);
    }
}
