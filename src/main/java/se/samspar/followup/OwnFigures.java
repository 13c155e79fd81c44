package se.samspar.followup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.samspar.fhir.Told;
import se.samspar.fhir.generated.IndicatorStratifier;

/**
 * The figures of the unit that asks, of facts that it knows all of. So what could be worked out from several reports is
 * nothing new to it, and only the few in one report are left out, for whoever else sees it.
 */
final class OwnFigures implements Figures {

    /** Stands for what a fact does not have. */
    static final String NONE = "";

    private final List<Fact> facts;
    private final Told<Cell> wholes;
    private final Told<Cell> parts;

    OwnFigures(List<Fact> facts, int fewest) {
        this.facts = facts;
        this.wholes = Kind.WHOLE.told(fewest);
        this.parts = Kind.PART.told(fewest);
    }

    @Override
    public boolean areDividedBy(IndicatorStratifier by) {
        return by != IndicatorStratifier.UNIT;
    }

    @Override
    public Figure total() {
        Cell cell = cell(facts);
        return wholes.fits().test(cell) ? Figure.of(cell, parts.fits().test(cell), median(facts)) : Figure.LEFT_OUT;
    }

    @Override
    public Map<Optional<String>, Figure> strata(IndicatorStratifier by) {
        Map<String, List<Fact>> strata = facts.stream()
                .collect(Collectors.groupingBy(
                        fact -> Optional.ofNullable(Stratum.by(by).apply(fact)).orElse(NONE)));
        Map<String, Cell> cells = new TreeMap<>();
        strata.forEach((value, ofIt) -> cells.put(value, cell(ofIt)));
        Figure total = total();
        Set<String> told = total.whole().isEmpty() ? Set.of() : wholes.of(cells);
        Set<String> partsTold = total.part().isEmpty() ? Set.of() : parts.of(cells, told);
        Map<Optional<String>, Figure> figures = Figures.none();
        told.forEach(value -> figures.put(
                Optional.of(value), Figure.of(cells.get(value), partsTold.contains(value), median(strata.get(value)))));
        if (told.size() < cells.size()) {
            figures.put(Optional.empty(), Figure.LEFT_OUT);
        }
        return figures;
    }

    /** Of facts that whoever asks knows. */
    static Cell cell(List<Fact> facts) {
        return Cell.of(true, true, crowd(facts, true)).plus(Cell.of(false, true, crowd(facts, false)));
    }

    private static Crowd crowd(List<Fact> facts, boolean met) {
        List<String> people = facts.stream()
                .filter(fact -> fact.isMet() == met)
                .map(Fact::person)
                .toList();
        return new Crowd(people.size(), Set.copyOf(people));
    }

    private static Optional<Long> median(List<Fact> facts) {
        List<Long> sorted = facts.stream()
                .map(Fact::minutes)
                .filter(minutes -> minutes != null)
                .sorted()
                .toList();
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(Math.round((sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0));
    }
}
