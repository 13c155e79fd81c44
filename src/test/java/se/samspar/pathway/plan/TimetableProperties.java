package se.samspar.pathway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.generated.PathwayPhase;
import se.samspar.pathway.Phase;
import se.samspar.pathway.Phase.LeadTime;
import se.samspar.pathway.plan.Timetable.Expected;

/** Whatever times a pathway has, and wherever in it the patient came in and is. */
class TimetableProperties {

    /** A patient on the way: the phases come to, and when each began. */
    record Way(List<Phase> phases, Map<PathwayPhase, Instant> begun, PathwayPhase present) {

        Map<PathwayPhase, Expected> expected() {
            return Timetable.of(phases, begun, present);
        }

        Instant started() {
            return begun.get(present);
        }

        Optional<Phase> phase(PathwayPhase code) {
            return phases.stream().filter(phase -> phase.code() == code).findFirst();
        }
    }

    @Property(tries = 500)
    void thePresentPhaseBeganWhenItDidAndThoseBeforeItAreLeftAlone(@ForAll("ways") Way way) {
        assertThat(way.expected().get(way.present()).start()).contains(way.started());
        assertThat(way.expected().keySet())
                .containsExactlyElementsOf(way.phases().stream()
                        .map(Phase::code)
                        .filter(code -> code.compareTo(way.present()) >= 0)
                        .toList());
    }

    @Property(tries = 500)
    void noTimeGoesBackwardsAndEachPhaseBeginsWhenTheOneBeforeIsOver(@ForAll("ways") Way way) {
        Optional<Instant> before = Optional.of(way.started());
        for (Expected expected : way.expected().values()) {
            assertThat(expected.start()).isEqualTo(before);
            if (expected.start().isPresent() && expected.end().isPresent()) {
                assertThat(expected.end().get())
                        .isAfterOrEqualTo(expected.start().get());
            }
            before = expected.end();
        }
    }

    @Property(tries = 500)
    void thePresentPhaseIsDueAtTheFirstOfItsOwnTimeAndTheLeadTimesThatCount(@ForAll("ways") Way way) {
        List<Instant> limits = Stream.concat(
                        way.phase(way.present()).orElseThrow().expectedDays().stream()
                                .map(days -> later(way.started(), days)),
                        way.phases().stream()
                                .filter(phase -> phase.code().compareTo(way.present()) > 0)
                                .flatMap(phase -> phase.leadTime().stream())
                                .filter(leadTime -> way.begun().containsKey(leadTime.from()))
                                .map(leadTime -> lastMoment(way.begun().get(leadTime.from()), leadTime.days())))
                .toList();
        Optional<Instant> due = way.expected().get(way.present()).end();

        assertThat(due.isPresent()).isEqualTo(!limits.isEmpty());
        due.ifPresent(instant -> assertThat(limits)
                .allMatch(limit -> !limit.isBefore(instant) || instant.equals(way.started()))
                .anyMatch(limit -> limit.equals(instant) || limit.isBefore(way.started())));
    }

    @Property(tries = 500)
    void aPhaseIsExpectedWithinItsLeadTimeUnlessThatHadPassedAsThePresentOneBegan(@ForAll("ways") Way way) {
        Map<PathwayPhase, Instant> starts = new EnumMap<>(way.begun());
        way.expected().forEach((code, expected) -> expected.start().ifPresent(start -> starts.put(code, start)));
        way.phases().stream()
                .filter(phase -> phase.code().compareTo(way.present()) > 0)
                .forEach(phase -> phase.leadTime()
                        .filter(leadTime -> starts.containsKey(leadTime.from()))
                        .ifPresent(leadTime -> {
                            Instant limit = lastMoment(starts.get(leadTime.from()), leadTime.days());
                            Instant latest = limit.isBefore(way.started()) ? way.started() : limit;
                            assertThat(starts).containsKey(phase.code());
                            assertThat(starts.get(phase.code())).isBeforeOrEqualTo(latest);
                        }));
    }

    private static Instant later(Instant instant, int days) {
        return instant.atZone(SwedishTime.ZONE).plusDays(days).toInstant();
    }

    private static Instant lastMoment(Instant instant, int days) {
        return ZonedDateTime.of(
                        later(instant, days).atZone(SwedishTime.ZONE).toLocalDate(),
                        LocalTime.of(23, 59, 59, 999_000_000),
                        SwedishTime.ZONE)
                .toInstant();
    }

    @Provide
    Arbitrary<Way> ways() {
        Arbitrary<List<Optional<Integer>>> expected =
                days().optional(0.7).list().ofSize(5);
        Arbitrary<List<Optional<Integer>>> leads = days().optional(0.5).list().ofSize(5);
        Arbitrary<List<Integer>> anchors =
                Arbitraries.integers().between(0, 4).list().ofSize(5);
        Arbitrary<List<Boolean>> entered = Arbitraries.of(true, false).list().ofSize(5);
        Arbitrary<List<Integer>> lasted =
                Arbitraries.integers().between(0, 100).list().ofSize(5);
        return Combinators.combine(
                        expected,
                        leads,
                        anchors,
                        entered,
                        lasted,
                        Arbitraries.integers().between(0, 4))
                .as((times, limits, from, came, passed, present) ->
                        way(phases(times, limits, from), came, passed, PathwayPhase.values()[present]));
    }

    private static Arbitrary<Integer> days() {
        return Arbitraries.integers().between(1, 400);
    }

    private static List<Phase> phases(
            List<Optional<Integer>> times, List<Optional<Integer>> limits, List<Integer> from) {
        return IntStream.range(0, 5)
                .mapToObj(index -> new Phase(
                        PathwayPhase.values()[index],
                        times.get(index),
                        limits.get(index)
                                .filter(days -> index > 0)
                                .map(days -> new LeadTime(PathwayPhase.values()[from.get(index) % index], days)),
                        List.of("x")))
                .toList();
    }

    private static Way way(List<Phase> phases, List<Boolean> came, List<Integer> passed, PathwayPhase present) {
        Map<PathwayPhase, Instant> begun = new EnumMap<>(PathwayPhase.class);
        Instant now = Instant.parse("2026-02-01T08:00:00Z");
        for (PathwayPhase phase : List.of(PathwayPhase.values())) {
            if (phase == present || phase.compareTo(present) < 0 && came.get(phase.ordinal())) {
                begun.put(phase, now);
                now = now.plus(Duration.ofDays(passed.get(phase.ordinal())));
            }
        }
        return new Way(new ArrayList<>(phases), begun, present);
    }
}
