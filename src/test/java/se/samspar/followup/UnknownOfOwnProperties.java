package se.samspar.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
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
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import se.samspar.followup.CalendarPeriod.Length;
import se.samspar.followup.Figures.Figure;

/**
 * A unit that asks where its patients were before, and knows which of them were with itself before: from all that it is
 * told of itself and of the region it works out nothing of a few.
 */
class UnknownOfOwnProperties {

    private static final int FEWEST = 5;
    private static final int MONTHS = 12;
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final String ASKER = "a";
    private static final List<String> UNITS = List.of(ASKER, "b", "c");
    private static final Map<String, String> PROVIDERS = Map.of(ASKER, "p", "b", "p", "c", "q");
    private static final int CELLS = UNITS.size() * MONTHS * Sort.values().length;

    /** Contacts after others with the asker, of which it does not know that others came between; and all else. */
    enum Sort {
        CAME_BACK(true, true, 0, 5, 7),
        WAS_ELSEWHERE_BETWEEN(false, true, 0, 1, 2, 6),
        IS_NEW(false, false, 0, 1, 5, 7),
        OF_OTHERS_MET(true, false, 0, 5, 7);

        private final boolean met;
        private final boolean known;
        private final List<Integer> sizes;

        Sort(boolean met, boolean known, Integer... sizes) {
            this.met = met;
            this.known = known;
            this.sizes = List.of(sizes);
        }
    }

    /** A contact that counts. */
    record Contact(String unit, int month, Sort sort, String person) {}

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aUnitWorksOutOfNoFewWhereTheyWere(@ForAll("years") List<Contact> year) {
        Counted counted = counted(year);
        Attacker attacker = new Attacker(CELLS);
        IntStream.range(0, MONTHS)
                .forEach(month -> attacker.learn(sum(
                        contact -> contact.unit().equals(ASKER) && contact.sort().known && contact.month() == month)));
        for (CalendarPeriod period : periods()) {
            learn(attacker, figures(counted, Reporter.REGION, period, Kind.PART), contact -> isIn(contact, period));
            Reporter own = new Reporter(Optional.of(ASKER), Optional.of(PROVIDERS.get(ASKER)), true);
            learn(
                    attacker,
                    figures(counted, own, period, Kind.UNKNOWN_PART),
                    contact -> isIn(contact, period) && contact.unit().equals(ASKER));
        }
        for (CalendarPeriod period : periods()) {
            secrets()
                    .map(secret -> secret.and(contact -> isIn(contact, period)))
                    .filter(secret -> attacker.knows(sum(secret)))
                    .forEach(secret -> assertNoFew(year.stream().filter(secret)));
        }
    }

    private static Stream<Predicate<Contact>> secrets() {
        Predicate<Contact> own = contact -> contact.unit().equals(ASKER);
        return Stream.concat(
                Stream.of(Sort.values()).map(sort -> own.and(contact -> contact.sort() == sort)),
                Stream.of(
                        own.and(contact -> !contact.sort().met),
                        own.negate(),
                        own.negate().and(contact -> contact.sort().met),
                        own.negate().and(contact -> !contact.sort().met),
                        own.negate().or(contact -> contact.sort() == Sort.IS_NEW)));
    }

    private static Figure figures(Counted counted, Reporter reporter, CalendarPeriod period, Kind part) {
        return new OthersFigures(counted, reporter, period, part, FEWEST, Medians.NONE).total();
    }

    private static void learn(Attacker attacker, Figure figure, Predicate<Contact> which) {
        figure.whole().ifPresent(told -> attacker.learn(sum(which)));
        figure.part().ifPresent(told -> attacker.learn(sum(which.and(contact -> contact.sort().met))));
    }

    private static void assertNoFew(Stream<Contact> contacts) {
        Set<String> people = contacts.map(Contact::person).collect(Collectors.toSet());
        assertThat(people.isEmpty() || people.size() >= FEWEST)
                .as("worked out of %s", people)
                .isTrue();
    }

    private static boolean isIn(Contact contact, CalendarPeriod period) {
        return period.contains(JANUARY.plusMonths(contact.month()));
    }

    private static long[] sum(Predicate<Contact> which) {
        return IntStream.range(0, CELLS)
                .mapToLong(cell -> isPossible(cell(cell)) && which.test(cell(cell)) ? 1 : 0)
                .toArray();
    }

    /** The asker has told apart what others have not. */
    private static boolean isPossible(Contact contact) {
        return contact.sort() == Sort.IS_NEW || contact.unit().equals(ASKER) == contact.sort().known;
    }

    private static Contact cell(int number) {
        int sorts = Sort.values().length;
        return new Contact(
                UNITS.get(number / sorts / MONTHS), number / sorts % MONTHS, Sort.values()[number % sorts], "");
    }

    private static Counted counted(List<Contact> year) {
        List<Counted.Row> rows = year.stream()
                .collect(Collectors.groupingBy(
                        contact -> new Contact(contact.unit(), contact.month(), contact.sort(), "")))
                .entrySet()
                .stream()
                .map(of -> row(
                        of.getKey(), of.getValue().stream().map(Contact::person).collect(Collectors.toSet())))
                .toList();
        return new Counted(rows, PROVIDERS);
    }

    private static Counted.Row row(Contact of, Set<String> people) {
        boolean isKnown = of.sort().known && of.unit().equals(ASKER);
        return new Counted.Row(
                of.unit(),
                JANUARY.plusMonths(of.month()),
                Cell.of(of.sort().met, isKnown, new Crowd(people.size(), people)));
    }

    private static List<CalendarPeriod> periods() {
        CalendarPeriod year = new CalendarPeriod(JANUARY, Length.YEAR);
        return Stream.concat(
                        year.parts().stream()
                                .flatMap(tertial -> Stream.concat(tertial.parts().stream(), Stream.of(tertial))),
                        Stream.of(year))
                .toList();
    }

    /** Of each unit and month some that came back and few, or around enough, that did not; in most months of a tertial alike. */
    @Provide
    Arbitrary<List<Contact>> years() {
        int cells = UNITS.size() * MONTHS * Sort.values().length;
        List<Arbitrary<Integer>> each = UNITS.stream()
                .flatMap(unit -> Stream.of(Sort.values()).map(sort -> Arbitraries.of(sort.sizes)))
                .toList();
        return Combinators.combine(
                        Combinators.combine(each).as(sizes -> sizes),
                        Arbitraries.frequency(Tuple.of(60, 0), Tuple.of(1, 1), Tuple.of(1, -1), Tuple.of(1, 5))
                                .list()
                                .ofSize(cells))
                .as((sizes, more) -> IntStream.range(0, cells)
                        .boxed()
                        .flatMap(cell -> {
                            Contact of = cell(cell);
                            int size = sizes.get(UNITS.indexOf(of.unit()) * Sort.values().length
                                    + of.sort().ordinal());
                            return IntStream.range(0, isPossible(of) ? Math.max(0, size + more.get(cell)) : 0)
                                    .mapToObj(i ->
                                            new Contact(of.unit(), of.month(), of.sort(), "person-" + cell + "-" + i));
                        })
                        .toList());
    }
}
