package se.samspar.followup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.samspar.fhir.generated.IndicatorStratifier;

/** The counts of a report, as far as they may be told. */
interface Figures {

    /**
     * What may be told of some facts.
     *
     * @param whole how many; empty where it is not told
     * @param part how many of them meet the criterion; the same
     * @param median of their minutes; the same
     */
    record Figure(Optional<Integer> whole, Optional<Integer> part, Optional<Long> median) {

        static final Figure LEFT_OUT = new Figure(Optional.empty(), Optional.empty(), Optional.empty());

        static Figure of(Cell cell, boolean partIsTold, Optional<Long> median) {
            return new Figure(
                    Optional.of(cell.whole()), partIsTold ? Optional.of(cell.part()) : Optional.empty(), median);
        }

        /** How many in a hundred meet the criterion. */
        Optional<BigDecimal> percent() {
            return part.map(number -> BigDecimal.valueOf(100L * number)
                    .divide(BigDecimal.valueOf(whole.orElseThrow()), 1, RoundingMode.HALF_UP));
        }
    }

    /** Are they divided by this? */
    boolean areDividedBy(IndicatorStratifier by);

    Figure total();

    /** The strata of the total, by value; those that are left out are together under an empty key. */
    Map<Optional<String>, Figure> strata(IndicatorStratifier by);

    /** An empty division, in the order of its values; what is left out comes last. */
    static Map<Optional<String>, Figure> none() {
        return new TreeMap<>((one, other) -> one.orElse("~").compareTo(other.orElse("~")));
    }
}
