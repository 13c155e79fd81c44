package se.samspar.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Period;

/**
 * Reads the periods in which a service is not available. A period without a start or an end is open on that side; a
 * last day, month or year is closed to its end.
 */
final class Closures {

    private Closures() {}

    static List<Window> of(HealthcareService service) {
        return service.getNotAvailable().stream()
                .flatMap(closure -> window(closure.getDuring()).stream())
                .toList();
    }

    private static Optional<Window> window(Period during) {
        if (!during.hasStart() && !during.hasEnd()) {
            return Optional.empty();
        }
        return Window.between(
                during.hasStart() ? SwedishTime.first(during.getStartElement()) : Instant.MIN,
                during.hasEnd() ? SwedishTime.afterLast(during.getEndElement()) : Instant.MAX);
    }
}
