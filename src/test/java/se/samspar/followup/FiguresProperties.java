package se.samspar.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.samspar.fhir.generated.IndicatorStratifier;
import se.samspar.followup.CalendarPeriod.Length;
import se.samspar.followup.Figures.Figure;

/** Whatever is counted, no number that is told, and none that can be worked out from all that somebody is told, is of a few. */
class FiguresProperties {

    private static final int FEWEST = 5;
    private static final int MONTHS = 12;
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final List<String> UNITS = List.of("a", "b", "c", "d", "e");
    private static final Map<String, String> PROVIDERS = Map.of("a", "p", "b", "p", "c", "q", "d", "q", "e", "r");

    /** Of some cells first those that meet the criterion, then those that do not. */
    private static final int CELLS = UNITS.size() * MONTHS * 2;

    /** What is counted once. */
    record Event(String unit, int month, String person, boolean met, Optional<String> knownTo) {}

    @Property(tries = 60)
    void anAdministratorWorksOutNothingOfAFew(@ForAll("years") List<Event> year) {
        attack(year, Optional.empty(), reporters());
    }

    @Property(tries = 60)
    void norDoesOneWhoKnowsWhatItsUnitHasSentAndReceived(@ForAll("years") List<Event> year) {
        attack(year, Optional.of("a"), reporters());
    }

    @Property(tries = 60)
    void norDoesAUnitThatIsToldOfTheRegion(@ForAll("years") List<Event> year) {
        attack(year, Optional.of("a"), List.of(Reporter.REGION));
    }

    @Property(tries = 500)
    void aReportOfOnesOwnTellsOfNoFew(@ForAll("years") List<Event> year) {
        List<Fact> facts = year.stream()
                .filter(event -> event.unit().equals("a"))
                .map(FiguresProperties::fact)
                .toList();
        Figures figures = new OwnFigures(facts, FEWEST);
        Figure total = figures.total();
        Map<Optional<String>, Figure> strata = figures.strata(IndicatorStratifier.TRACK);
        Stream.concat(Stream.of(total), strata.values().stream()).forEach(FiguresProperties::assertTellsOfNoFew);
        total.whole()
                .ifPresent(whole -> assertNoneOrEnough(whole
                        - strata.values().stream()
                                .mapToInt(figure -> figure.whole().orElse(0))
                                .sum()));
    }

    private static void assertTellsOfNoFew(Figure figure) {
        figure.whole().ifPresent(whole -> assertThat(whole).isGreaterThanOrEqualTo(FEWEST));
        figure.part().ifPresent(part -> {
            assertThat(part).isGreaterThanOrEqualTo(FEWEST);
            assertNoneOrEnough(figure.whole().orElseThrow() - part);
        });
    }

    private static void assertNoneOrEnough(int count) {
        assertThat(count == 0 || count >= FEWEST).as("told of %d", count).isTrue();
    }

    private static Fact fact(Event event) {
        return new Fact(
                "ServiceRequest/1",
                "overdue",
                Instant.EPOCH,
                event.unit(),
                event.person(),
                event.met(),
                1L,
                "track-" + event.month() % 3,
                null,
                null,
                null,
                null,
                null,
                List.of("a"));
    }

    /** Asks for all reports, checks each of them, and then what somebody can work out from all of them. */
    private static void attack(List<Event> year, Optional<String> asking, List<Reporter> reporters) {
        Counted counted = counted(year, asking);
        Attacker attacker = new Attacker(CELLS);
        for (CalendarPeriod period : periods()) {
            for (Reporter reporter : reporters) {
                Figures figures =
                        new OthersFigures(counted, reporter, period, Kind.PART, FEWEST, new MinuteEach(counted));
                learn(attacker, figures.total(), units(reporter), period, year);
                if (reporter.isProvider()) {
                    figures.strata(IndicatorStratifier.UNIT)
                            .forEach((unit, figure) ->
                                    learn(attacker, figure, value -> unit.equals(Optional.of(value)), period, year));
                }
            }
        }
        attacker.workOut(sum -> assertNoFew(year, sum, asking));
        for (CalendarPeriod period : periods()) {
            for (Reporter reporter : reporters()) {
                for (boolean met : List.of(true, false)) {
                    long[] part = sum(units(reporter), period, isMet -> isMet == met);
                    if (attacker.knows(part)) {
                        assertNoFew(year, part, asking);
                    }
                }
            }
        }
    }

    /** It always took a minute. */
    private record MinuteEach(Counted counted) implements Medians {

        @Override
        public Optional<Long> of(Optional<Set<String>> units) {
            return Optional.of(1L);
        }

        @Override
        public Map<String, Long> byUnit() {
            return counted.rows().stream().collect(Collectors.toMap(Counted.Row::unit, row -> 1L, (one, same) -> one));
        }
    }

    private static void learn(
            Attacker attacker, Figure figure, Predicate<String> units, CalendarPeriod period, List<Event> year) {
        long[] whole = sum(units, period, met -> true);
        figure.whole().ifPresent(told -> {
            assertThat(told.longValue()).isEqualTo(of(year, whole).count());
            assertThat(of(year, whole).map(Event::person).distinct()).hasSizeGreaterThanOrEqualTo(FEWEST);
            attacker.learn(whole);
        });
        figure.part().ifPresent(told -> {
            long[] part = sum(units, period, met -> met);
            assertThat(told.longValue()).isEqualTo(of(year, part).count());
            attacker.learn(part);
        });
        assertThat(figure.whole().isPresent()
                        || figure.part().isEmpty() && figure.median().isEmpty())
                .isTrue();
    }

    private static void assertNoFew(List<Event> year, long[] sum, Optional<String> asking) {
        assertNoFew(of(year, sum));
        assertNoFew(of(year, sum).filter(event -> !isKnown(event, asking)));
    }

    private static void assertNoFew(Stream<Event> events) {
        Set<String> people = new HashSet<>(events.map(Event::person).toList());
        assertThat(people.isEmpty() || people.size() >= FEWEST)
                .as("worked out of %s", people)
                .isTrue();
    }

    private static Stream<Event> of(List<Event> year, long[] sum) {
        return year.stream().filter(event -> sum[cell(UNITS.indexOf(event.unit()), event.month(), event.met())] != 0);
    }

    private static long[] sum(Predicate<String> units, CalendarPeriod period, Predicate<Boolean> met) {
        long[] sum = new long[CELLS];
        for (int unit = 0; unit < UNITS.size(); unit++) {
            for (int month = 0; month < MONTHS; month++) {
                for (boolean isMet : List.of(true, false)) {
                    if (units.test(UNITS.get(unit)) && period.contains(JANUARY.plusMonths(month)) && met.test(isMet)) {
                        sum[cell(unit, month, isMet)] = 1;
                    }
                }
            }
        }
        return sum;
    }

    private static int cell(int unit, int month, boolean met) {
        return (unit * MONTHS + month) * 2 + (met ? 0 : 1);
    }

    private static boolean isKnown(Event event, Optional<String> asking) {
        return asking.filter(
                        unit -> unit.equals(event.unit()) || event.knownTo().equals(asking))
                .isPresent();
    }

    private static Counted counted(List<Event> year, Optional<String> asking) {
        List<Counted.Row> rows = year.stream()
                .collect(Collectors.groupingBy(event ->
                        List.of(event.unit(), JANUARY.plusMonths(event.month()), event.met(), isKnown(event, asking))))
                .values()
                .stream()
                .map(events -> row(events, isKnown(events.get(0), asking)))
                .toList();
        return new Counted(rows, PROVIDERS);
    }

    /** Of the people no more are named than are asked for, as the database does. */
    private static Counted.Row row(List<Event> events, boolean isKnown) {
        Event one = events.get(0);
        Set<String> people =
                events.stream().map(Event::person).distinct().limit(FEWEST).collect(Collectors.toSet());
        return new Counted.Row(
                one.unit(),
                JANUARY.plusMonths(one.month()),
                Cell.of(one.met(), isKnown, new Crowd(events.size(), people)));
    }

    private static List<CalendarPeriod> periods() {
        CalendarPeriod year = new CalendarPeriod(JANUARY, Length.YEAR);
        return Stream.concat(
                        year.parts().stream()
                                .flatMap(tertial -> Stream.concat(tertial.parts().stream(), Stream.of(tertial))),
                        Stream.of(year))
                .toList();
    }

    private static List<Reporter> reporters() {
        List<Reporter> reporters = new ArrayList<>(List.of(Reporter.REGION));
        Stream.of("p", "q", "r")
                .forEach(provider -> reporters.add(new Reporter(Optional.of(provider), Optional.empty(), false)));
        PROVIDERS.forEach(
                (unit, provider) -> reporters.add(new Reporter(Optional.of(unit), Optional.of(provider), false)));
        return reporters;
    }

    private static Predicate<String> units(Reporter reporter) {
        return unit -> reporter.id()
                .map(id -> id.equals(unit) || id.equals(PROVIDERS.get(unit)))
                .orElse(true);
    }

    /** Years of units of different sizes, around what is told and what is not; people come again now and then. */
    @Provide
    Arbitrary<List<Event>> years() {
        Arbitrary<List<Integer>> sizes = Arbitraries.of(0, 1, 4, 6, 9).list().ofSize(UNITS.size());
        Arbitrary<List<Integer>> more =
                Arbitraries.of(0, 0, 0, 1, 2, 3, -2, -4).list().ofSize(UNITS.size() * MONTHS);
        return Combinators.combine(sizes, more, Arbitraries.integers().between(2, 9), Arbitraries.randoms())
                .as((size, added, missed, random) -> IntStream.range(0, UNITS.size() * MONTHS)
                        .boxed()
                        .flatMap(cell -> IntStream.range(0, Math.max(0, size.get(cell / MONTHS) + added.get(cell)))
                                .mapToObj(i -> new Event(
                                        UNITS.get(cell / MONTHS),
                                        cell % MONTHS,
                                        random.nextInt(8) == 0 ? "person-1" : "person-" + random.nextInt(1_000_000),
                                        random.nextInt(missed) != 0,
                                        random.nextInt(4) == 0 ? Optional.of("a") : Optional.empty())))
                        .toList());
    }
}
