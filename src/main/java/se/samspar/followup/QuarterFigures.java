package se.samspar.followup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.samspar.fhir.generated.IndicatorStratifier;

/**
 * The figures of the unit that asks, of what people have answered about what it took part in, most of which others read. As in
 * the summary of experiences a quarter, whose facts all happen at its end, counts as a whole and where it has enough people:
 * so neither two periods nor these figures and the summary differ by the answers of a few. For the same reason they are not
 * divided.
 */
final class QuarterFigures implements Figures {

    private final List<Cell> told;
    private final int fewest;

    QuarterFigures(List<Fact> facts, int fewest) {
        Map<Instant, List<Fact>> quarters =
                facts.stream().collect(Collectors.groupingBy(Fact::happened, TreeMap::new, Collectors.toList()));
        this.told = quarters.values().stream()
                .map(OwnFigures::cell)
                .filter(quarter -> quarter.isWholeOfEnough(fewest))
                .toList();
        this.fewest = fewest;
    }

    @Override
    public boolean areDividedBy(IndicatorStratifier by) {
        return false;
    }

    @Override
    public Figure total() {
        return told.stream()
                .reduce(Cell::plus)
                .map(sum -> Figure.of(
                        sum, told.stream().allMatch(quarter -> quarter.isPartOfEnough(fewest)), Optional.empty()))
                .orElse(Figure.LEFT_OUT);
    }

    @Override
    public Map<Optional<String>, Figure> strata(IndicatorStratifier by) {
        return Figures.none();
    }
}
