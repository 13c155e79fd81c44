package se.samspar.track.participation;

import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Base;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Appointments;
import se.samspar.rule.RuleContext;
import se.samspar.store.AccessLabels;
import se.samspar.store.Consequence;
import se.samspar.store.EndOfView;
import se.samspar.track.booking.Conferences;

/** Those who join a conference see the cases that it is to take up; those who leave it see them, and its room, no longer. */
@Component
class ConferenceParticipants implements Consequence<Appointment> {

    private final AccessLabels labels;
    private final EndOfView endOfView;

    ConferenceParticipants(AccessLabels labels, EndOfView endOfView) {
        this.labels = labels;
        this.endOfView = endOfView;
    }

    @Override
    public void follow(Appointment conference, RuleContext context) {
        if (Appointments.isConference(conference)) {
            context.previous(conference)
                    .filter(before -> !Base.compareDeep(before.getParticipant(), conference.getParticipant(), true))
                    .ifPresent(before -> change(before, conference, context));
        }
    }

    private void change(Appointment before, Appointment conference, RuleContext context) {
        Conferences.agenda(conference, context).forEach(request -> {
            labels.complete(request, context);
            endOfView.of(request, AppointmentParticipation.takingPart(before, context), context);
        });
        endOfView.of(
                conference,
                Conferences.withoutCases(conference, AppointmentParticipation.takingPart(before, context), context),
                context);
    }
}
