package se.samspar.resident;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Communications;
import se.samspar.fhir.generated.Extensions;
import se.samspar.store.ResourceStore;

/**
 * What the answer to a request says that happens next (DSK-4), in the answer's own words; of several answers to one request
 * the last that says it. Its words say when, if they do; after a while they are about the past.
 */
@Component
class AnswerSteps implements StepSource {

    /** Two may be sent in one second. */
    private static final Comparator<Communication> OLDEST_FIRST = Comparator.comparing(Communication::getSent)
            .thenComparing(answer -> answer.getMeta().getLastUpdated());

    private final ResourceStore store;
    private final ResidentProperties properties;
    private final Clock clock;

    AnswerSteps(ResourceStore store, ResidentProperties properties, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Stream<Step> of(Patient person) {
        Instant since = clock.instant().minus(properties.nextStepShown()).truncatedTo(ChronoUnit.SECONDS);
        List<Communication> newestFirst =
                store.search(Communication.class, StepSource.about(person) + "&sent=ge" + since).stream()
                        .filter(answer -> Communications.isAnswer(answer) && store.isVisible(answer))
                        .filter(answer -> nextStep(answer).isPresent())
                        .sorted(OLDEST_FIRST.reversed())
                        .toList();
        Set<String> answered = new HashSet<>();
        return newestFirst.stream()
                .filter(answer ->
                        answered.add(String.valueOf(answer.getBasedOnFirstRep().getReference())))
                .flatMap(answer -> nextStep(answer).map(text -> step(text, answer)).stream());
    }

    private static Optional<String> nextStep(Communication answer) {
        return Optional.ofNullable(answer.getExtensionByUrl(Extensions.NEXT_STEP))
                .map(Extension::getValue)
                .map(Base::primitiveValue)
                .filter(text -> !text.isBlank());
    }

    /** Where, the answer's words say: it may be at either unit, or at home. */
    private static Step step(String text, Communication answer) {
        return new Step(Optional.empty(), text, Optional.empty(), answer);
    }
}
