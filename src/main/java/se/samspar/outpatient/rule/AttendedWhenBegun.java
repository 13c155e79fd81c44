package se.samspar.outpatient.rule;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.generated.Extensions;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** Nobody knows who came before the meeting has begun. */
@RuleInfo(
        code = "attended-when-begun",
        severity = Severity.BLOCK,
        requirement = "OVP-15",
        remedy = "Record it when the meeting has begun.")
final class AttendedWhenBegun implements Rule<Appointment> {

    @Override
    public Stream<Finding> check(Appointment meeting, RuleContext context) {
        boolean isAhead = meeting.hasStart() && meeting.getStart().toInstant().isAfter(context.now());
        return isAhead && Appointments.isOfCase(meeting)
                ? IntStream.range(0, meeting.getParticipant().size())
                        .filter(index -> meeting.getParticipant().get(index).hasExtension(Extensions.ATTENDED))
                        .mapToObj(index -> Finding.at(
                                "Appointment.participant[%d].extension".formatted(index), "The meeting has not begun."))
                : Stream.empty();
    }
}
