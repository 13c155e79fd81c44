package se.samspar.followup.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** In what a time is said to people, who read days off no minutes. */
enum LengthOfTime {
    MINUTES("minuter", 1),
    HOURS("timmar", 60),
    DAYS("dygn", 24 * 60);

    private final String word;
    private final BigDecimal minutes;

    LengthOfTime(String word, long minutes) {
        this.word = word;
        this.minutes = BigDecimal.valueOf(minutes);
    }

    /** The longest of which there are two at least. */
    static LengthOfTime of(BigDecimal minutes) {
        return isTwo(minutes, DAYS) ? DAYS : isTwo(minutes, HOURS) ? HOURS : MINUTES;
    }

    private static boolean isTwo(BigDecimal minutes, LengthOfTime length) {
        return minutes.compareTo(length.minutes.multiply(BigDecimal.valueOf(2))) >= 0;
    }

    String word() {
        return word;
    }

    BigDecimal in(BigDecimal ofMinutes) {
        return ofMinutes.divide(minutes, MathContext.DECIMAL32);
    }
}
