package se.samspar.outpatient.rule;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import se.samspar.consent.Cases;
import se.samspar.consent.MeetingParticipants;
import se.samspar.fhir.Appointments;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/**
 * Whether somebody comes to a meeting says that person's own unit. Others may be asked anew, as when the meeting is moved;
 * those whom a party newly invites are asked by the server.
 */
@RuleInfo(
        code = "own-participants",
        severity = Severity.BLOCK,
        requirement = "OVP-15",
        remedy = "Change the status of your own participants; ask others anew with needs-action.")
final class OwnParticipants implements Rule<Appointment> {

    @Override
    public Stream<Finding> check(Appointment meeting, RuleContext context) {
        return context.isWrittenByClient(meeting) && Appointments.isOfCase(meeting)
                ? context.previous(meeting).stream().flatMap(before -> answered(meeting, before, context))
                : Stream.empty();
    }

    private static Stream<Finding> answered(Appointment meeting, Appointment before, RuleContext context) {
        List<AppointmentParticipantComponent> participants = meeting.getParticipant();
        return IntStream.range(0, participants.size())
                .filter(index -> isOfOther(participants.get(index), context))
                .filter(index -> participants.get(index).getStatus() != ParticipationStatus.NEEDSACTION)
                .filter(index -> before.getParticipant().stream()
                        .filter(former -> Cases.isSame(
                                former.getActor(), participants.get(index).getActor()))
                        .noneMatch(former ->
                                former.getStatus() == participants.get(index).getStatus()))
                .mapToObj(index -> Finding.at(
                        "Appointment.participant[%d].status".formatted(index),
                        "The participant's own unit says whether he or she comes."));
    }

    private static boolean isOfOther(AppointmentParticipantComponent participant, RuleContext context) {
        return MeetingParticipants.unit(participant, Records.of(context))
                .filter(unit -> !context.actor().actsFor(unit))
                .isPresent();
    }
}
