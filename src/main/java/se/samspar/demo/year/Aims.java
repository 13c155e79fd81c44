package se.samspar.demo.year;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Indicator;

/** What the made-up region wants to come to: baseline and target of some indicators, as an administrator sets them (UPP-1). */
final class Aims {

    private static final String ADMINISTRATOR = "samspar-admin";
    private static final int MONTHS = 3;

    private static final List<Aim> ALL = List.of(
            new Aim(Indicator.ANSWERED_IN_TIME, 70, 85, "%"),
            new Aim(Indicator.ENDED_IN_PRIMARY_CARE, 40, 60, "%"),
            new Aim(Indicator.EXPERIENCE_PARTICIPATION, 40, 70, "%"),
            new Aim(Indicator.MESSAGES_ACKNOWLEDGED_IN_TIME, 75, 95, "%"),
            new Aim(Indicator.OVERDUE, 25, 10, "%"),
            new Aim(Indicator.REGISTERED_WITHIN_A_WEEK, 70, 95, "%"),
            new Aim(Indicator.TIME_TO_FIRST_CONTACT, 43_200, 20_160, "min"),
            new Aim(Indicator.TIME_TO_TRIAGE, 2_880, 1_440, "min"));

    private record Aim(Indicator indicator, long baseline, long target, String unit) {}

    private Aims() {}

    /** From the first months of the year to the last ones. */
    static void set(Year year, Loopback server) {
        Instant time = year.end().minusSeconds(1);
        for (Aim aim : ALL) {
            String path = "Measure/" + aim.indicator().code();
            Measure measure = (Measure) server.send(ADMINISTRATOR, time, "GET", path, null);
            LocalDate first = year.first();
            LocalDate last = year.last();
            put(measure, Extensions.INDICATOR_BASELINE, aim.baseline(), aim.unit(), first, first.plusMonths(MONTHS));
            put(measure, Extensions.INDICATOR_TARGET, aim.target(), aim.unit(), last.minusMonths(MONTHS), last);
            server.send(ADMINISTRATOR, time, "PUT", path, measure);
        }
    }

    private static void put(Measure measure, String url, long value, String unit, LocalDate start, LocalDate end) {
        measure.getExtension().removeIf(extension -> url.equals(extension.getUrl()));
        Extension aim = new Extension().setUrl(url);
        aim.addExtension(
                "value",
                new Quantity()
                        .setValue(value)
                        .setSystem("http://unitsofmeasure.org")
                        .setCode(unit));
        aim.addExtension(
                "period",
                new Period()
                        .setStartElement(new DateTimeType(start.toString()))
                        .setEndElement(new DateTimeType(end.toString())));
        measure.addExtension(aim);
    }
}
