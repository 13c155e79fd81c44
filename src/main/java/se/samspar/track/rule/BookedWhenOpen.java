package se.samspar.track.rule;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.Directory;
import se.samspar.directory.OpeningHours;
import se.samspar.fhir.Appointments;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * A meeting while the receiver is closed is most often a mistyped time. A slot is a time that the unit gives, whatever its
 * opening hours are. Judged when the time is set.
 */
@RuleInfo(
        code = "booked-when-open",
        severity = Severity.WARN,
        requirement = "TRK-9,DSK-2",
        remedy =
                "Check the time; the opening hours are in HealthcareService.availableTime, and Slot?status=free has the"
                        + " times that the unit gives.")
final class BookedWhenOpen implements Rule<Appointment> {

    private final Directory directory;
    private final OpeningHours hours;

    BookedWhenOpen(Directory directory, OpeningHours hours) {
        this.directory = directory;
        this.hours = hours;
    }

    @Override
    public Stream<Finding> check(Appointment meeting, RuleContext context) {
        boolean isSet = meeting.hasStart() && Appointments.isBookedAnew(context.previous(meeting), meeting);
        if (!isSet || meeting.hasSlot()) {
            return Stream.empty();
        }
        return meeting.getBasedOn().stream()
                .flatMap(request -> context.resolve(request, ServiceRequest.class).stream())
                .map(request -> Requests.services(request, directory).toList())
                .filter(services -> isClosed(services, meeting))
                .map(services -> Finding.at("Appointment.start", "The receiver is not open all that time."))
                .limit(1);
    }

    private boolean isClosed(List<HealthcareService> services, Appointment meeting) {
        Instant start = meeting.getStart().toInstant();
        Instant end = meeting.hasEnd() ? meeting.getEnd().toInstant() : start;
        return !services.isEmpty()
                && services.stream().noneMatch(service -> hours.isOpenThroughout(service, start, end));
    }
}
