package se.samspar.followup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samspar.fhir.Told;

/**
 * Which figures of others may be told to somebody who may ask for all of them: the region's and each care provider's and
 * unit's, of each month, tertial and year. What can be worked out from those that are told, is of enough people or of none.
 *
 * <ul>
 *   <li>The region's: a longer period where what is left of it beside the shorter ones that were told is of enough.
 *   <li>Of organizations first the tertials, beside the region's: so many that those that are left out are of enough.
 *   <li>Their months once the tertial is over, for an organization all four or none, and so many organizations that those
 *       left out are of enough in each of the months. So what is not told is a table of organizations and months of which
 *       the sums of whole rows and columns are known, and nothing else.
 *   <li>Their years where all tertials are told, so that they tell nothing more.
 * </ul>
 */
final class Tellable {

    private final Counted counted;
    private final Told<Cell> told;
    private final Told<List<Cell>> toldByMonth;

    /** What is told of the wholes, beside parts of them. */
    private final Optional<Tellable> wholes;

    private Tellable(Counted counted, Told<Cell> told, Optional<Tellable> wholes) {
        this.counted = counted;
        this.told = told;
        this.wholes = wholes;
        this.toldByMonth =
                new Told<>(months -> months.stream().allMatch(told.fits()), Tellable::plus, months -> months.stream()
                        .mapToInt(Cell::whole)
                        .sum());
    }

    static Tellable wholes(Counted counted, int fewest) {
        return new Tellable(counted, Kind.WHOLE.told(fewest), Optional.empty());
    }

    /** Of those that are told, which parts meet the criterion. */
    Tellable parts(Kind kind, int fewest) {
        return new Tellable(counted, kind.told(fewest), Optional.of(this));
    }

    private static List<Cell> plus(List<Cell> one, List<Cell> other) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> one.get(i).plus(other.get(i)))
                .toList();
    }

    boolean isRegionTold(CalendarPeriod period) {
        return told.fits().test(counted.region(period))
                && wholes.stream().allMatch(whole -> whole.isRegionTold(period))
                && left(period)
                        .filter(cell -> !cell.isNone())
                        .reduce(Cell::plus)
                        .filter(told.fits().negate())
                        .isEmpty();
    }

    /** What is in none of the shorter periods that are told, by month. */
    private Stream<Cell> left(CalendarPeriod period) {
        return period.parts().stream()
                .filter(part -> !isRegionTold(part))
                .flatMap(part -> part.parts().isEmpty() ? Stream.of(counted.region(part)) : left(part));
    }

    /** Those care providers, or units of one of them, of which a period is told. */
    Set<String> organizations(Optional<String> provider, CalendarPeriod period) {
        return switch (period.length()) {
            case MONTH -> byMonth(provider, period.tertial());
            case TERTIAL -> ofTertial(provider, period);
            case YEAR -> ofYear(provider, period);
        };
    }

    private Set<String> ofTertial(Optional<String> provider, CalendarPeriod tertial) {
        boolean isSumTold = provider.map(
                        id -> ofTertial(Optional.empty(), tertial).contains(id))
                .orElseGet(() -> isRegionTold(tertial));
        Map<String, Cell> cells = counted.parts(provider, tertial);
        return isSumTold
                ? told.of(
                        cells,
                        wholes.map(whole -> whole.ofTertial(provider, tertial)).orElseGet(cells::keySet))
                : Set.of();
    }

    private Set<String> byMonth(Optional<String> provider, CalendarPeriod tertial) {
        boolean isSumTold = provider.map(
                        id -> byMonth(Optional.empty(), tertial).contains(id))
                .orElse(true);
        Set<String> candidates = ofTertial(provider, tertial).stream()
                .filter(isIn(wholes.map(whole -> whole.byMonth(provider, tertial))))
                .collect(Collectors.toSet());
        return isSumTold ? toldByMonth.of(counted.partsByTime(provider, tertial), candidates) : Set.of();
    }

    private Set<String> ofYear(Optional<String> provider, CalendarPeriod year) {
        Set<String> all = counted.parts(provider, year).keySet();
        Set<String> leftOut = year.parts().stream()
                .flatMap(tertial -> {
                    Set<String> told = ofTertial(provider, tertial);
                    return counted.parts(provider, tertial).keySet().stream().filter(id -> !told.contains(id));
                })
                .collect(Collectors.toSet());
        return all.stream().filter(id -> !leftOut.contains(id)).collect(Collectors.toSet());
    }

    private static Predicate<String> isIn(Optional<Set<String>> set) {
        return id -> set.map(ids -> ids.contains(id)).orElse(true);
    }
}
