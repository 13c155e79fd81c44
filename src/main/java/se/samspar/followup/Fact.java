package se.samspar.followup;

import java.time.Instant;
import java.util.List;

/**
 * That something counts for an indicator: a row of the table {@code indicator_fact}, which says what its columns mean.
 * What a fact does not have is null, as in the row.
 */
record Fact(
        String source,
        String indicator,
        Instant happened,
        String unit,
        String patient,
        Boolean met,
        Long minutes,
        String track,
        String specialty,
        String category,
        String ageGroup,
        String sex,
        String municipality,
        List<String> knownTo) {

    /** Whom it is of; itself where that is not known. */
    String person() {
        return patient == null ? source : patient;
    }

    /** The same where the unit does not know of itself that it counts. */
    Fact unknownToItsUnit() {
        List<String> others =
                knownTo.stream().filter(known -> !known.equals(unit)).toList();
        return new Fact(
                source,
                indicator,
                happened,
                unit,
                patient,
                met,
                minutes,
                track,
                specialty,
                category,
                ageGroup,
                sex,
                municipality,
                others);
    }

    boolean isMet() {
        return Boolean.TRUE.equals(met);
    }
}
