package se.samspar.followup;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samspar.fhir.generated.IndicatorStratifier;

/**
 * The figures of the region, of a care provider, divided by its units, or of a unit other than the one that asks; and its
 * own of what it does not know, such as where its patients were before.
 */
final class OthersFigures implements Figures {

    private final Counted counted;
    private final Reporter reporter;
    private final CalendarPeriod period;
    private final Medians medians;
    private final Tellable wholes;
    private final Tellable parts;

    /** @param part does whoever asks know which of the facts that it knows of meet the criterion? */
    OthersFigures(Counted counted, Reporter reporter, CalendarPeriod period, Kind part, int fewest, Medians medians) {
        this.counted = counted;
        this.reporter = reporter;
        this.period = period;
        this.medians = medians;
        this.wholes = Tellable.wholes(counted, fewest);
        this.parts = wholes.parts(part, fewest);
    }

    @Override
    public boolean areDividedBy(IndicatorStratifier by) {
        return by == IndicatorStratifier.UNIT && reporter.isProvider();
    }

    @Override
    public Figure total() {
        if (!isTold(wholes)) {
            return Figure.LEFT_OUT;
        }
        Optional<String> id = reporter.id();
        Cell cell = id.map(known -> counted.parts(reporter.provider(), period).get(known))
                .orElseGet(() -> counted.region(period));
        return Figure.of(cell, isTold(parts), medians.of(id.map(this::units)));
    }

    private boolean isTold(Tellable tellable) {
        return reporter.id()
                .map(id -> tellable.organizations(reporter.provider(), period).contains(id))
                .orElseGet(() -> tellable.isRegionTold(period));
    }

    private Set<String> units(String organization) {
        return reporter.isProvider()
                ? counted.parts(Optional.of(organization), period).keySet()
                : Set.of(organization);
    }

    /** The units of the care provider. */
    @Override
    public Map<Optional<String>, Figure> strata(IndicatorStratifier by) {
        Map<String, Cell> units = counted.parts(reporter.id(), period);
        Set<String> told = wholes.organizations(reporter.id(), period);
        Set<String> partsTold = parts.organizations(reporter.id(), period);
        Map<String, Long> times = told.isEmpty() ? Map.of() : medians.byUnit();
        Map<Optional<String>, Figure> figures = units.keySet().stream()
                .filter(told::contains)
                .collect(Collectors.toMap(
                        Optional::of,
                        unit -> Figure.of(
                                units.get(unit), partsTold.contains(unit), Optional.ofNullable(times.get(unit))),
                        (one, same) -> one,
                        Figures::none));
        if (figures.size() < units.size()) {
            figures.put(Optional.empty(), Figure.LEFT_OUT);
        }
        return figures;
    }
}
