package se.samspar.outpatient;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UrlType;
import se.samspar.fhir.generated.Extensions;

/** Meetings of a case as its parties would book them. */
final class CaseMeetings {

    static final String AT_HOME_SERVICE = "PractitionerRole/kommun-lund-hemtjanst-personal-1";
    static final String AT_HEALTH_CENTRE = "PractitionerRole/vc-dalby-lakare-1";
    static final String AT_CLINIC = "PractitionerRole/sus-ortopedi-lakare-1";
    static final String PLACE = "Location/kommun-lund-hemtjanst";

    private CaseMeetings() {}

    /** In two days, by video, with the person and these. */
    static Appointment meeting(CaseFlow flow, String... actors) {
        Instant start = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        Appointment meeting = new Appointment().setStatus(AppointmentStatus.BOOKED);
        meeting.addSupportingInformation(new Reference(flow.path()));
        at(meeting, start);
        meeting.addExtension(new Extension(Extensions.VIDEO_LINK, new UrlType("https://video.samspar.example/rum/1")));
        Stream.concat(Stream.of(flow.patient()), Stream.of(actors)).forEach(actor -> meeting.addParticipant()
                .setActor(new Reference(actor))
                .setStatus(ParticipationStatus.ACCEPTED));
        return meeting;
    }

    static Appointment at(Appointment meeting, Instant start) {
        return meeting.setStart(Date.from(start)).setEnd(Date.from(start.plus(45, ChronoUnit.MINUTES)));
    }

    /** Somebody who takes part. */
    static AppointmentParticipantComponent who(Appointment meeting, String actor) {
        return meeting.getParticipant().stream()
                .filter(participant -> participant.getActor().getReference().equals(actor))
                .findFirst()
                .orElseThrow();
    }

    static Appointment came(Appointment meeting, String actor) {
        who(meeting, actor).addExtension(new Extension(Extensions.ATTENDED, new BooleanType(true)));
        return meeting;
    }

    static String path(Appointment meeting) {
        return "Appointment/" + meeting.getIdElement().getIdPart();
    }
}
