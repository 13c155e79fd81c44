package se.samspar.store;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;

/** What the {@link Participation}s of all features say of a resource together. */
@Component
class Participations {

    private final ByType<Participation<?>> participations;

    Participations(ObjectProvider<Participation<?>> participations) {
        this.participations = new ByType<>(Participation.class, participations);
    }

    /** The types that they are about. */
    List<Class<? extends Resource>> types() {
        return participations.types();
    }

    Stream<Reference> units(Resource resource, RuleContext context) {
        return each(resource, participation -> participation.units(resource, context));
    }

    boolean isSeenByMaker(Resource resource) {
        return each(resource, participation -> Stream.of(participation.isSeenByMaker(resource)))
                .anyMatch(seen -> seen);
    }

    boolean isOpen(Resource resource) {
        return each(resource, participation -> Stream.of(participation.isOpen(resource)))
                .anyMatch(open -> open);
    }

    Stream<Reference> patients(Resource resource) {
        return each(resource, participation -> participation.patients(resource));
    }

    Stream<Reference> background(Resource resource) {
        return each(resource, participation -> participation.background(resource));
    }

    @SuppressWarnings("unchecked") // filtered by the type it takes
    private <T> Stream<T> each(Resource resource, Function<Participation<Resource>, Stream<T>> question) {
        return participations.of(resource).stream()
                .flatMap(participation -> question.apply((Participation<Resource>) participation));
    }
}
