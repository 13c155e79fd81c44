package se.samspar.registration.visittime;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.hl7.fhir.r4.model.Encounter;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.Encounters;
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

    /**
     * The time that the encounter takes; empty when it is no clinic visit, is abandoned, or has no start yet, and where
     * its period is nonsense, which its profile refuses.
     */
    static Optional<VisitTime> of(Encounter encounter) {
        if (!Encounters.isClinicVisit(encounter)
                || Encounters.isAbandoned(encounter)
                || !encounter.getSubject().hasReference()
                || !encounter.getPeriod().hasStart()) {
            return Optional.empty();
        }
        Instant start = SwedishTime.first(encounter.getPeriod().getStartElement());
        Instant end = encounter.getPeriod().hasEnd()
                ? SwedishTime.afterLast(encounter.getPeriod().getEndElement())
                : midnightAfter(start);
        return Optional.of(new VisitTime(
                        encounter.getIdElement().getIdPart(), Halves.literal(encounter.getSubject()), start, end))
                .filter(time -> !time.end.isBefore(time.start));
    }

    private static Instant midnightAfter(Instant start) {
        return start.atZone(SwedishTime.ZONE)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(SwedishTime.ZONE)
                .toInstant();
    }
}
