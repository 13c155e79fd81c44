package se.samspar.demo.year;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether a year is made up before the server is ready.
 *
 * @param year how many courses of requests, cases and pathways begin in it; without it none is made
 * @param seed of the same seed and size it is the same year
 */
@ConfigurationProperties("samspar.demo")
record YearProperties(Integer year, @DefaultValue("1") long seed) {

    private static final int LEAST = 10;
    private static final int MOST = 20_000;

    YearProperties {
        if (year != null && (year < LEAST || year > MOST)) {
            throw new IllegalArgumentException("samspar.demo.year has to be %d to %d".formatted(LEAST, MOST));
        }
    }
}
