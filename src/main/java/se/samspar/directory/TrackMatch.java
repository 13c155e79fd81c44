package se.samspar.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HealthcareService;

/**
 * A service that takes a request from the unit that asked.
 *
 * @param open is it open at the time asked about?
 * @param nextOpening when it opens next, where it is closed
 * @param respondBy when a request sent at that time is due
 */
record TrackMatch(
        HealthcareService service,
        TrackDefinition track,
        boolean open,
        Optional<Instant> nextOpening,
        Instant respondBy,
        List<ContactPoint> contact) {

    TrackMatch withContact(List<ContactPoint> other) {
        return new TrackMatch(service, track, open, nextOpening, respondBy, other);
    }

    /** Open ones first, then those that open soonest; the rest in a stable order. */
    static final Comparator<TrackMatch> SOONEST_FIRST = Comparator.comparing((TrackMatch match) -> !match.open)
            .thenComparing(match -> match.nextOpening.orElse(match.open ? Instant.MIN : Instant.MAX))
            .thenComparing(match -> match.service.getIdElement().getIdPart());
}
