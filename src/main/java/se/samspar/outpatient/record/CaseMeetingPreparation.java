package se.samspar.outpatient.record;

import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.consent.MeetingParticipants;
import se.samspar.fhir.Appointments;
import se.samspar.rule.RuleContext;
import se.samspar.store.Preparation;
import se.samspar.store.Records;

/**
 * Asks those of other units who are newly invited to a meeting of a case, and all of them when it is moved: a party answers
 * for its own. What is decided of a consent at the same moment comes either before the booking or after it.
 */
@Component
class CaseMeetingPreparation implements Preparation<Appointment> {

    @Override
    public void prepare(Appointment meeting, RuleContext context) {
        if (!Appointments.isOfCase(meeting)) {
            return;
        }
        Cases.lock(meeting, context);
        Optional<Appointment> former =
                context.previous(meeting).filter(before -> Appointments.areAtSameTime(before, meeting));
        meeting.getParticipant().stream()
                .filter(participant -> MeetingParticipants.unit(participant, Records.of(context))
                        .filter(unit -> !context.actor().actsFor(unit))
                        .isPresent())
                .filter(participant -> !hasAnswered(participant, former))
                .forEach(participant -> participant.setStatus(ParticipationStatus.NEEDSACTION));
    }

    private static boolean hasAnswered(AppointmentParticipantComponent participant, Optional<Appointment> former) {
        return former.filter(before -> before.getParticipant().stream()
                        .anyMatch(known -> Cases.isSame(known.getActor(), participant.getActor())))
                .isPresent();
    }
}
