package se.samspar.registration.visittime;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import se.samspar.registration.half.Halves;

/**
 * The time a clinic visit takes of its patient: from its start up to, not including, its end. A visit without an end
 * counts until the next midnight, one given by dates alone takes whole days, one that ends as it starts takes that
 * instant.
 *
 * @param patient literal reference to the patient
 */
record VisitTime(String encounterId, String patient, Instant start, Instant end) {

    static final Comparator<VisitTime> IN_ORDER = Comparator.comparing(VisitTime::patient)
            .thenComparing(VisitTime::start)
            .thenComparing(VisitTime::encounterId);

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    /**
     * The time that the encounter takes; empty when it is no clinic visit, is abandoned, or has no start yet, and where
     * its period is nonsense, which its profile refuses.
     */
    static Optional<VisitTime> of(Encounter encounter) {
        if (!Halves.isClinicVisit(encounter)
                || Halves.isAbandoned(encounter)
                || !encounter.getSubject().hasReference()
                || !encounter.getPeriod().hasStart()) {
            return Optional.empty();
        }
        Instant start = first(encounter.getPeriod().getStartElement());
        Instant end =
                encounter.getPeriod().hasEnd() ? last(encounter.getPeriod().getEndElement()) : midnightAfter(start);
        return Optional.of(new VisitTime(
                        encounter.getIdElement().getIdPart(), Halves.literal(encounter.getSubject()), start, end))
                .filter(time -> !time.end.isBefore(time.start));
    }

    private static Instant first(DateTimeType time) {
        return hasTime(time)
                ? time.getValue().toInstant()
                : day(time).atStartOfDay(ZONE).toInstant();
    }

    private static Instant last(DateTimeType time) {
        if (hasTime(time)) {
            return time.getValue().toInstant();
        }
        LocalDate day = day(time);
        LocalDate next =
                switch (time.getPrecision()) {
                    case YEAR -> day.plusYears(1);
                    case MONTH -> day.plusMonths(1);
                    default -> day.plusDays(1);
                };
        return next.atStartOfDay(ZONE).toInstant();
    }

    private static boolean hasTime(DateTimeType time) {
        return time.getPrecision().ordinal() > TemporalPrecisionEnum.DAY.ordinal();
    }

    /** A date without time is one in Sweden, whatever zone the server runs in. */
    private static LocalDate day(DateTimeType time) {
        return LocalDate.of(
                time.getYear(),
                time.getMonth() == null ? 1 : time.getMonth() + 1,
                time.getDay() == null || time.getDay() == 0 ? 1 : time.getDay());
    }

    private static Instant midnightAfter(Instant start) {
        return start.atZone(ZONE).toLocalDate().plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
