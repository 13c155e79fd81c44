package se.samspar.pathway.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.generated.PathwayPhase;
import se.samspar.pathway.Phase;

/**
 * When the phases that are left are expected. A phase is over when its expected time has passed, or earlier where a later
 * one is to begin by then: of the present phase, that is by when it is late. The next begins when it is over.
 */
final class Timetable {

    /** When a phase is expected to begin and to be over, where that is known. */
    record Expected(Optional<Instant> start, Optional<Instant> end) {}

    private final List<Phase> phases;
    private final Map<PathwayPhase, Instant> starts;

    private Timetable(List<Phase> phases, Map<PathwayPhase, Instant> begun) {
        this.phases = phases;
        this.starts = new EnumMap<>(begun);
    }

    /**
     * The present phase and those after it.
     *
     * @param begun when the phases that the patient has come to began, the present one among them
     */
    static Map<PathwayPhase, Expected> of(List<Phase> phases, Map<PathwayPhase, Instant> begun, PathwayPhase present) {
        return new Timetable(phases, begun).from(present);
    }

    private Map<PathwayPhase, Expected> from(PathwayPhase present) {
        Map<PathwayPhase, Expected> expected = new EnumMap<>(PathwayPhase.class);
        Optional<Instant> start = Optional.of(starts.get(present));
        for (Phase phase : phases) {
            if (phase.code().compareTo(present) >= 0) {
                start.ifPresent(known -> starts.put(phase.code(), known));
                Optional<Instant> end = end(phase, start);
                expected.put(phase.code(), new Expected(start, end));
                start = end;
            }
        }
        return expected;
    }

    private Optional<Instant> end(Phase phase, Optional<Instant> start) {
        Stream<Instant> own =
                start.flatMap(begin -> phase.expectedDays().map(days -> SwedishTime.daysAfter(begin, days))).stream();
        Stream<Instant> limits = phases.stream()
                .filter(later -> later.code().compareTo(phase.code()) > 0)
                .flatMap(later -> later.leadTime().stream())
                .filter(leadTime -> starts.containsKey(leadTime.from()))
                .map(leadTime -> SwedishTime.endOfDayAfter(starts.get(leadTime.from()), leadTime.days()));
        Optional<Instant> first = Stream.concat(own, limits).min(Comparator.naturalOrder());
        // What is late as it begins is to be over at once: no time goes backwards.
        return first.map(end -> start.filter(end::isBefore).orElse(end));
    }
}
