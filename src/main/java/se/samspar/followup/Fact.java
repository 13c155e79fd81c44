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

    boolean isMet() {
        return Boolean.TRUE.equals(met);
    }
}
