package se.samspar.track.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day that a request asks for is a day in Sweden. */
class AskedTimeTest {

    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restoreZone() {
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Stockholm", "America/Los_Angeles", "Pacific/Auckland"})
    void aDateIsADayInSwedenWhereverTheServerRuns(String machine) {
        TimeZone.setDefault(TimeZone.getTimeZone(machine));
        assertThat(AskedTime.of(new DateTimeType("2026-03-02")))
                .containsExactly(new AskedTime(
                        Instant.parse("2026-03-01T23:00:00Z"), Instant.parse("2026-03-02T23:00:00Z"), false));
        assertThat(AskedTime.of(new DateTimeType("2026-03")))
                .containsExactly(new AskedTime(
                        Instant.parse("2026-02-28T23:00:00Z"), Instant.parse("2026-03-31T22:00:00Z"), false));
        Period days = new Period()
                .setStartElement(new DateTimeType("2026-03-02"))
                .setEndElement(new DateTimeType("2026-03-03"));
        assertThat(AskedTime.of(days))
                .containsExactly(new AskedTime(
                        Instant.parse("2026-03-01T23:00:00Z"), Instant.parse("2026-03-03T23:00:00Z"), false));
    }

    @Test
    void aTimeOfDayIsTheMeetingItself() {
        Instant ten = Instant.parse("2026-03-02T09:00:00Z");
        assertThat(AskedTime.of(new DateTimeType("2026-03-02T10:00:00+01:00")))
                .containsExactly(new AskedTime(ten, ten, true));
    }
}
