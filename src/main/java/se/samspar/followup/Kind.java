package se.samspar.followup;

import java.util.function.BiPredicate;
import se.samspar.fhir.Told;

/** What is told of facts that are counted together. */
enum Kind {
    /** How many there are. */
    WHOLE((cell, fewest) -> cell.isWholeOfEnough(fewest)),
    /** How many of them meet the criterion, and so how many do not. */
    PART((cell, fewest) -> cell.isPartOfEnough(fewest)),
    /** The same, told of organizations to a unit that may be one of them, and does not know it of itself. */
    UNKNOWN_PART((cell, fewest) -> cell.isPartOfEnoughOfKnownToo(fewest));

    private final BiPredicate<Cell, Integer> fits;

    Kind(BiPredicate<Cell, Integer> fits) {
        this.fits = fits;
    }

    Told<Cell> told(int fewest) {
        return new Told<>(cell -> fits.test(cell, fewest), Cell::plus, Cell::whole);
    }
}
