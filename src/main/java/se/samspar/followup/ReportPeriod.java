package se.samspar.followup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Period;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.ParameterRefused;
import se.samspar.followup.CalendarPeriod.Length;

/**
 * What a report is about, in Swedish days.
 *
 * @param start its first day
 * @param end its last day
 */
record ReportPeriod(LocalDate start, LocalDate end) {

    /** @throws ParameterRefused unless they are the first and last day of a period that has begun */
    static ReportPeriod of(DateType first, DateType last, Instant now) {
        LocalDate start = day("periodStart", first);
        LocalDate end = day("periodEnd", last);
        if (end.isBefore(start)) {
            throw ParameterRefused.invalid(
                    "periodEnd", "The period ends before it starts.", "Send its first and its last day.");
        }
        if (start.isAfter(SwedishTime.day(now))) {
            throw ParameterRefused.invalid("periodStart", "The period has not begun.", "Ask when it has.");
        }
        return new ReportPeriod(start, end);
    }

    /**
     * The period in which figures of others are reported.
     *
     * @param isOfRegion are they those of the region as a whole? Which months of other organizations are told is settled
     *     when their tertial is over.
     * @throws ParameterRefused where it is none, or has not ended
     */
    CalendarPeriod ofOthers(boolean isOfRegion, boolean onlyEnded, Instant now) {
        CalendarPeriod period = CalendarPeriod.of(start, end)
                .orElseThrow(() -> ParameterRefused.invalid(
                        "periodStart",
                        "These are not the first and last day of a reporting period.",
                        "Other figures than those of what the own unit knows itself are of a calendar month, of January to April, May to August"
                                + " or September to December, or of a calendar year: send one of them."));
        LocalDate settled = isOfRegion || period.length() != Length.MONTH
                ? end
                : period.tertial().end();
        if (onlyEnded && !settled.isBefore(SwedishTime.day(now))) {
            throw ParameterRefused.invalid(
                    "periodEnd",
                    "The reporting period has not ended.",
                    "Ask after %s: until then single events would show.".formatted(settled));
        }
        return period;
    }

    private static LocalDate day(String name, DateType date) {
        try {
            return LocalDate.parse(
                    Optional.ofNullable(date).map(DateType::getValueAsString).orElse(""));
        } catch (DateTimeException unreadable) {
            throw ParameterRefused.invalid(
                    name, "Parameter %s is no day.".formatted(name), "Send a day, such as 2026-01-01.");
        }
    }

    Instant from() {
        return SwedishTime.startOf(start);
    }

    Instant until() {
        return SwedishTime.startOf(end.plusDays(1));
    }

    Period toFhir() {
        Period period = new Period();
        period.setStartElement(new DateTimeType(start.toString()));
        period.setEndElement(new DateTimeType(end.toString()));
        return period;
    }
}
