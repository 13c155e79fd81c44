package se.samspar.outpatient.record;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.CarePlans;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;
import se.samspar.store.Records;

/** The parties of a case see its meetings, and answer for whether their own people come. */
@Component
class CaseMeetingParticipation implements Participation<Appointment> {

    private final CaseReaders readers;

    CaseMeetingParticipation(CaseReaders readers) {
        this.readers = readers;
    }

    @Override
    public Stream<Reference> units(Appointment meeting, RuleContext context) {
        return Cases.of(meeting, Records.of(context)).stream().flatMap(aCase -> readers.of(aCase, Records.of(context)));
    }

    @Override
    public Stream<Reference> writers(Appointment meeting, RuleContext context) {
        return Cases.of(meeting, Records.of(context)).stream().flatMap(CarePlans::parties);
    }

    @Override
    public boolean isSeenByMaker(Appointment meeting) {
        return !Appointments.isOfCase(meeting);
    }

    /** The relatives who are invited. */
    @Override
    public Stream<Reference> background(Appointment meeting) {
        return meeting.getParticipant().stream()
                .map(AppointmentParticipantComponent::getActor)
                .filter(RelatedPersonParticipation::isRelative);
    }

    @Override
    public Stream<Reference> patients(Appointment meeting) {
        return meeting.getParticipant().stream()
                .map(AppointmentParticipantComponent::getActor)
                .filter(actor -> Appointments.isOfCase(meeting))
                .filter(actor -> "Patient".equals(actor.getReferenceElement().getResourceType()));
    }
}
