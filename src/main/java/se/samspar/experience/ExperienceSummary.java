package se.samspar.experience;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.directory.Quarters;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.generated.Questionnaires;
import se.samspar.store.ResourceStore;

/**
 * Sums up how people experienced what a unit took part in, whoever recorded it. A calendar quarter counts as a whole, once it
 * has ended, and where it has enough answers: so neither two periods nor two calls differ by the answers of a few. All
 * answers of the asked period are read, some at a time.
 */
@Component
class ExperienceSummary {

    private final ResourceStore store;
    private final Directory directory;
    private final ExperienceProperties properties;
    private final Clock clock;

    ExperienceSummary(ResourceStore store, Directory directory, ExperienceProperties properties, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param unit the acting unit; that when empty
     * @param start from the quarter of this time on
     * @param end to the end of the quarter of this time, or of the last that has ended
     * @throws ForbiddenOperationException when it is another unit
     */
    Parameters of(Optional<String> unit, Optional<DateTimeType> start, Optional<DateTimeType> end) {
        StringBuilder query = new StringBuilder("status=completed&questionnaire=")
                .append(Questionnaires.EXPERIENCE_OF_COLLABORATION)
                .append("&took-part=Organization/")
                .append(own(unit));
        start.map(SwedishTime::first).map(Quarters::of).ifPresent(quarter -> query.append("&authored=ge")
                .append(Quarters.start(quarter)));
        query.append("&authored=lt").append(end(end));
        List<String> ids = store.ids(QuestionnaireResponse.class, query.toString());
        List<QuestionnaireResponse> counted =
                enough(store.inBatches(QuestionnaireResponse.class, ids).flatMap(List::stream));
        return new Answers(counted, properties.fewestAnswers()).toParameters();
    }

    /** The end of the last quarter that counts: not of the running one, where each answer would show at once. */
    private Instant end(Optional<DateTimeType> asked) {
        Instant running = Quarters.start(Quarters.of(clock.instant()));
        return asked.map(time -> SwedishTime.afterLast(time).minusMillis(1)) // within the last day, month or year named
                .map(Quarters::of)
                .map(Quarters::end)
                .filter(running::isAfter)
                .orElse(running);
    }

    /** Those of quarters that have enough of them. */
    private List<QuestionnaireResponse> enough(Stream<QuestionnaireResponse> responses) {
        Map<LocalDate, List<QuestionnaireResponse>> quarters = responses.collect(Collectors.groupingBy(
                response -> Quarters.of(response.getAuthored().toInstant())));
        return quarters.values().stream()
                .filter(quarter -> quarter.size() >= properties.fewestAnswers())
                .flatMap(List::stream)
                .toList();
    }

    private String own(Optional<String> unit) {
        String acting = store.actor()
                .unit()
                .orElseThrow(() -> new ForbiddenOperationException("The token names no unit of the directory."));
        if (unit.filter(asked -> !directory.unitId(asked).equals(Optional.of(acting)))
                .isPresent()) {
            throw new ForbiddenOperationException("A unit sees the summary of what it took part in only.");
        }
        return acting;
    }
}
