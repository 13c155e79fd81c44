package se.samspar.track.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** Nobody comes to a meeting that has passed, and no receiver can meet a time that has. Judged when it is set. */
@RuleInfo(
        code = "time-ahead",
        severity = Severity.JUSTIFY,
        requirement = "TRK-9,DSK-2",
        remedy = "Correct the time, or justify why one that has passed is recorded afterwards.")
final class TimeAhead implements Rule<DomainResource> {

    /** Clocks of different systems differ, and a request is on its way for a while. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    @Override
    public Stream<Finding> check(DomainResource resource, RuleContext context) {
        Instant earliest = context.now().minus(TOLERANCE);
        if (resource instanceof Appointment meeting) {
            return isSet(meeting, context) && meeting.getStart().toInstant().isBefore(earliest)
                    ? Stream.of(Finding.at("Appointment.start", "The time of the meeting has passed."))
                    : Stream.empty();
        }
        return resource instanceof ServiceRequest request
                        && isSet(request, context)
                        && hasPassed(AskedTime.of(request.getOccurrence()).toList(), earliest)
                ? Stream.of(Finding.at("ServiceRequest.occurrence", "The time asked for has passed."))
                : Stream.empty();
    }

    private static boolean hasPassed(List<AskedTime> times, Instant earliest) {
        return !times.isEmpty() && times.stream().allMatch(time -> time.until().isBefore(earliest));
    }

    private static boolean isSet(Appointment meeting, RuleContext context) {
        return meeting.getStatus() == AppointmentStatus.BOOKED
                && meeting.hasStart()
                && context.previous(meeting)
                        .filter(before -> before.getStatus() == AppointmentStatus.BOOKED)
                        .filter(before -> meeting.getStart().equals(before.getStart()))
                        .isEmpty();
    }

    private static boolean isSet(ServiceRequest request, RuleContext context) {
        return Requests.isToBeJudged(request, context, judged -> Stream.<Base>ofNullable(judged.getOccurrence())
                .toList());
    }
}
