package se.samspar.track;

import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Preparation;

/** Signs the notes that a client adds: by the acting unit, or a role at it that the client names, and now. */
@Component
class NotePreparation implements Preparation<Resource> {

    @Override
    public void prepare(Resource resource, RuleContext context) {
        if (!isFromClient(resource, context)) {
            return;
        }
        List<Annotation> before = context.previous(resource).stream()
                .flatMap(NotePreparation::notes)
                .toList();
        notes(resource)
                .filter(note -> before.stream().noneMatch(note::equalsDeep))
                .forEach(note -> sign(note, context));
    }

    /** Also in {@code $submit}, whose request the client has written. */
    private static boolean isFromClient(Resource resource, RuleContext context) {
        return context.isWrittenByClient(resource)
                || resource instanceof ServiceRequest
                        && context.previous(resource).isEmpty()
                        && context.operation().filter("submit"::equals).isPresent();
    }

    private static Stream<Annotation> notes(Resource resource) {
        Property notes = resource.getNamedProperty("note");
        Stream<Base> values = notes == null ? Stream.empty() : notes.getValues().stream();
        return values.filter(Annotation.class::isInstance).map(Annotation.class::cast);
    }

    private static void sign(Annotation note, RuleContext context) {
        note.setTime(Date.from(context.now()));
        if (note.getAuthor() instanceof Reference author && isAtOwnUnit(author, context)) {
            note.setAuthor(new Reference(author.getReferenceElement().toUnqualifiedVersionless()));
        } else {
            note.setAuthor(context.actor()
                    .unit()
                    .map(unit -> new Reference("Organization/" + unit))
                    .orElse(null));
        }
    }

    private static boolean isAtOwnUnit(Reference author, RuleContext context) {
        return context.resolve(author, PractitionerRole.class)
                .map(PractitionerRole::getOrganization)
                .filter(context.actor()::actsFor)
                .isPresent();
    }
}
